import { evaluate } from '../../functions/alert/evaluate.ts';
import { look } from '../../functions/alert/look.ts';
import type { Ask } from '../../functions/query/ask.ts';
import type { Alert } from '../../model/alerts/alert.ts';
import type { AlertRule } from '../../model/alerts/rule.ts';

export type Replay = {
  readonly rules: readonly AlertRule[];
  readonly from: Date;
  readonly to: Date;
  readonly everyMinutes: number;
  /** Those that were raised before and are not cleared. */
  readonly raised?: readonly Alert[];
};

/** The alerts that would have been raised in a time, had somebody looked every so often: the oldest first. */
export async function replayAlerts(ask: Ask, replay: Replay): Promise<readonly Alert[]> {
  const { rules, from, to, everyMinutes } = replay;
  const all = new Map<string, Alert>();
  let raised = replay.raised ?? [];
  for (let at = from.getTime(); at <= to.getTime(); at += everyMinutes * 60_000) {
    const when = new Date(at);
    const judged = evaluate(rules, await look(rules, raised, ask, when), raised, when);
    for (const alert of judged) all.set(alert.id, alert);
    raised = judged.filter(({ clearedAt }) => clearedAt === undefined);
  }
  return [...all.values()].sort((a, b) => a.raisedAt.localeCompare(b.raisedAt));
}
