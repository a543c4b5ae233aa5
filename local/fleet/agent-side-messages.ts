import type { ApiMetrics } from '../../model/messages/api-metrics.ts';
import type { AgentSide } from './agent-side-of.ts';
import { type Random, randomOf } from './random.ts';
import { envelopeOf, type PageLoad, requestOf, type SentMessage } from './sent-message.ts';

/** A check takes some seconds. */
const checkMillis = 8000;
/** Numbers that no message of API calls of the same day has. */
const firstSequence = 1_000_000;

/** What the page sends of checks and readiness, each as it comes. */
export function messagesOfAgentSide(page: PageLoad, { checks, changes }: AgentSide): SentMessage[] {
  const random = randomOf(1, 'agent-side-messages', page.clientId);
  const told = [
    ...checks.map((preflight) => ({ at: Date.parse(preflight.startedAt) + checkMillis, its: { preflight } })),
    ...changes.map((change) => ({ at: Date.parse(change.at), its: { readiness: [change] } })),
  ];
  return told.map(({ at, its }, i) => messageOf(page, { at, its, sequence: firstSequence + i }, random));
}

type Told = {
  readonly at: number;
  readonly its: Pick<ApiMetrics, 'preflight' | 'readiness'>;
  readonly sequence: number;
};

function messageOf(page: PageLoad, { at, its, sequence }: Told, random: Random): SentMessage {
  const time = new Date(at).toISOString();
  const body: ApiMetrics = {
    ...envelopeOf(page, at, random),
    sequence,
    startedAt: time,
    endedAt: time,
    operations: [],
    failures: [],
    ...its,
  };
  return { route: 'api-metrics', body, ...requestOf(page, body, random) };
}
