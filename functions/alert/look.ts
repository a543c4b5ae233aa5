import type { Alert } from '../../model/alerts/alert.ts';
import type { AlertRule } from '../../model/alerts/rule.ts';
import type { Ask } from '../query/ask.ts';
import { alreadyRaised } from './already-raised.ts';
import type { Seen, Sightings } from './evaluate.ts';
import { measureSearch, seenOfMeasure } from './watch-measure.ts';
import { runSearch, seenOfRuns } from './watch-run.ts';

/**
 * Looks at what every enabled rule watches, by one multi-search.
 *
 * @param raised the alerts that are not cleared: what they are about the rules after theirs leave out
 */
export async function look(
  rules: readonly AlertRule[],
  raised: readonly Alert[],
  ask: Ask,
  now: Date,
): Promise<Sightings> {
  const enabled = rules.filter((rule) => rule.enabled);
  if (enabled.length === 0) return new Map();
  const answers = await ask(
    enabled.map((rule) => {
      const without = alreadyRaised(rule, enabled, raised);
      return rule.kind === 'run' ? runSearch(rule, without, now) : measureSearch(rule, without, now);
    }),
  );
  return new Map(
    enabled.map((rule, i): [string, readonly Seen[]] => {
      const answer = answers[i]?.aggregations ?? {};
      return [rule.id, rule.kind === 'run' ? seenOfRuns(rule, answer) : seenOfMeasure(rule, answer)];
    }),
  );
}
