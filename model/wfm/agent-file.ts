import type { Cell } from '../csv/csv.ts';
import type { AgentChange } from '../documents/contact-states.ts';
import type { WfmSettings } from '../settings/wfm.ts';
import { type AgentSpan, agentSpans } from './agent-spans.ts';
import { groupBy } from './group-by.ts';
import { intervalCells, intervalHeader, intervalMillis, type Stretch, startOfInterval } from './interval.ts';

type Spans = readonly AgentSpan[];

const seconds = (spans: Spans) => spans.reduce((sum, { from, to }) => sum + (to - from) / 1000, 0);
const custom = (spans: Spans) => spans.filter(({ isCustom }) => isCustom);
const notAvailable = () => undefined;

/** Teleopti WFM, "Amazon Connect Integration Requirements" 1.0, 4.3.3. */
const columns: readonly (readonly [name: string, of: (spans: Spans) => Cell])[] = [
  ['tot_work_dur', seconds],
  ['pause_dur', (all) => seconds(custom(all))],
  ['avail_dur', (all) => seconds(all) - seconds(custom(all))],
  ['wait_dur', (all) => seconds(all.filter(({ isIdle }) => isIdle))],
  ['admin_dur', notAvailable],
  ['direct_out_call_cnt', notAvailable],
  ['direct_out_call_dur', notAvailable],
  ['direct_in_call_cnt', notAvailable],
  ['direct_in_call_dur', notAvailable],
];

export const agentHeader = [...intervalHeader, 'agent_username', ...columns.map(([name]) => name)];

/** Agent performance statistics: a row for each interval and agent who was online in it; what crosses intervals is split. */
export function agentRows(
  events: readonly AgentChange[],
  stretch: Stretch,
  { zone }: Pick<WfmSettings, 'zone'>,
): Cell[][] {
  const parts = agentSpans(events).flatMap((span) => partsOf(span, stretch));
  const groups = groupBy(parts, ({ agent, from }) => [new Date(startOfInterval(from)).toISOString(), agent]);
  return groups.map((its) => {
    const interval = startOfInterval(its[0]?.from ?? 0);
    return [...intervalCells(interval, zone), its[0]?.agent, ...columns.map(([, of]) => of(its))];
  });
}

/** A span within a stretch, cut where intervals begin. */
function partsOf(span: AgentSpan, { from, to }: Stretch): AgentSpan[] {
  const end = Math.min(span.to, to);
  const parts: AgentSpan[] = [];
  for (let at = Math.max(span.from, from); at < end; ) {
    const next = Math.min(startOfInterval(at) + intervalMillis, end);
    parts.push({ ...span, from: at, to: next });
    at = next;
  }
  return parts;
}
