import type { ApiMetrics } from '../../../model/messages/api-metrics.ts';
import type { ReadinessChange } from '../../../model/messages/readiness.ts';
import type { UnsentEnvelope } from '../../monitor/envelope.ts';
import type { Letter } from '../../push/waiting.ts';

/**
 * Changes of readiness, as a message without API calls.
 *
 * @param number counts up over a page load
 * @param now epoch milliseconds
 */
export function readinessLetter(
  envelope: UnsentEnvelope,
  changes: readonly ReadinessChange[],
  number: number,
  now: number,
): Letter {
  const at = new Date(now).toISOString();
  const message: Omit<ApiMetrics, 'sentAt'> = {
    ...envelope,
    // Of messages with calls only: they have no other identity, and a change is told by its own time.
    sequence: 0,
    startedAt: at,
    endedAt: at,
    operations: [],
    failures: [],
    readiness: [...changes],
  };
  return {
    key: `readiness:${envelope.clientId}:${number}`,
    route: '/api-metrics',
    message: message as Letter['message'],
  };
}
