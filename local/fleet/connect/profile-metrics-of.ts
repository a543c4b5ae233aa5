import type { AgentEventDocument } from '../../../model/documents/agent-event.ts';
import {
  type HistoricalMetricDocument,
  makeHistoricalMetric,
} from '../../../model/documents/historical-metric.ts';
import { inOrder } from '../../../model/documents/time-order.ts';
import { groupBy } from '../../../model/wfm/group-by.ts';
import { intervalMillis, startOfInterval } from '../../../model/wfm/interval.ts';
import { stableId } from '../../organisation.ts';

/** What an agent is in from one event until the next. */
type Activity = 'idle' | 'onContact' | 'nonProductive';
type Span = {
  readonly profile: string;
  readonly activity: Activity;
  readonly from: number;
  readonly to: number;
};

/**
 * What Amazon Connect counts of the agents of each routing profile, by quarters of an hour that are over: how long they had
 * contacts at hand, waited for one, or were in a break.
 *
 * @param events of the demo, which tells of heartbeats the last one only; in any order
 * @param until in epoch milliseconds
 */
export function profileMetricsOf(
  events: readonly AgentEventDocument[],
  until: number,
): readonly HistoricalMetricDocument[] {
  const parts = groupBy(events, ({ agent = '' }) => [agent]).flatMap((its) => {
    const ordered = [...its].sort((a, b) => inOrder(a['@timestamp'], b['@timestamp']));
    return ordered.flatMap((event, i) => partsOf(spanOf(event, ordered[i + 1], until)));
  });
  const over = parts.filter(({ from }) => startOfInterval(from) + intervalMillis <= until);
  const instanceId = events[0]?.instanceId ?? '';
  return groupBy(over, ({ profile, from }) => [
    new Date(startOfInterval(from)).toISOString(),
    profile,
  ]).flatMap((its) => documentOf(its, instanceId) ?? []);
}

/** Undefined of an agent who is not there. */
function spanOf(
  { agentRoutingProfile: profile, state, contacts = [], eventType, ...its }: AgentEventDocument,
  next: AgentEventDocument | undefined,
  until: number,
): Span | undefined {
  if (profile === undefined || eventType === 'LOGOUT') return undefined;
  const atHand = contacts.some((contact) => !['MISSED', 'ERROR'].includes(contact.state ?? ''));
  const activity = state?.type === 'CUSTOM' ? 'nonProductive' : atHand ? 'onContact' : 'idle';
  const to = next ? Date.parse(next['@timestamp']) : until;
  return { profile, activity, from: Date.parse(its['@timestamp']), to };
}

/** A span, cut where intervals begin. */
function partsOf(span: Span | undefined): Span[] {
  const parts: Span[] = [];
  for (let at = span?.from ?? 0; span && at < span.to; ) {
    const to = Math.min(startOfInterval(at) + intervalMillis, span.to);
    parts.push({ ...span, from: at, to });
    at = to;
  }
  return parts;
}

function documentOf(parts: readonly Span[], instanceId: string): HistoricalMetricDocument | undefined {
  const [first] = parts;
  if (!first) return undefined;
  const from = startOfInterval(first.from);
  const seconds = (is: (span: Span) => boolean) =>
    parts.filter(is).reduce((sum, part) => sum + (part.to - part.from) / 1000, 0);
  const [idle, busy] = [
    seconds((its) => its.activity === 'idle'),
    seconds((its) => its.activity === 'onContact'),
  ];
  return makeHistoricalMetric(
    {
      instanceId,
      ...{ '@timestamp': iso(from), endsAt: iso(from + intervalMillis), intervalMinutes: 15 },
      receivedAt: iso(from + 2 * intervalMillis),
      subject: 'routing-profile',
      subjectId: stableId(`routing-profile/${first.profile}`),
      agentRoutingProfile: first.profile,
    },
    {
      occupancyPercent: idle + busy > 0 ? (100 * busy) / (idle + busy) : undefined,
      onlineSeconds: seconds(() => true),
      idleSeconds: idle,
      onContactSeconds: busy,
      nonProductiveSeconds: seconds(({ activity }) => activity === 'nonProductive'),
    },
  );
}

const iso = (at: number) => new Date(at).toISOString();
