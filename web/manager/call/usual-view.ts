import type { CallRow } from '../../../model/query/call-row.ts';
import type { View } from '../state/view.ts';

const usualMillis = 30 * 86_400_000;

/** The calls that one is compared with: the agent's of the 30 days before it began. */
export function usualView({ agent, startedAt }: Pick<CallRow, 'agent' | 'startedAt'>): View {
  const from = new Date(Date.parse(startedAt) - usualMillis).toISOString();
  return {
    range: { kind: 'fixed', from, to: new Date(startedAt).toISOString() },
    chosen: { values: { agent: [agent] }, ratings: [] },
  };
}
