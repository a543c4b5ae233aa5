import type { ApiMetrics } from '../../../model/messages/api-metrics.ts';
import type { Preflight } from '../../../model/messages/preflight.ts';
import type { UnsentEnvelope } from '../../monitor/envelope.ts';
import type { Letter } from '../../push/waiting.ts';
import type { Checked } from './finding.ts';

/** The result of a check, as a message without API calls. Where things are asked stays here: hosts are for people. */
export function preflightLetter(
  envelope: UnsentEnvelope,
  run: Pick<Preflight, 'startedAt' | 'trigger' | 'outcome'>,
  checks: readonly Checked[],
  endedAt: string,
): Letter {
  const message: Omit<ApiMetrics, 'sentAt'> = {
    ...envelope,
    // Of messages with calls only: they have no other identity, and a check is told by when it began.
    sequence: 0,
    startedAt: run.startedAt,
    endedAt,
    operations: [],
    failures: [],
    preflight: { ...run, checks: checks.map(({ places: _, ...checked }) => checked) },
  };
  return {
    key: `preflight:${envelope.clientId}:${run.startedAt}`,
    route: '/api-metrics',
    message: message as Letter['message'],
  };
}
