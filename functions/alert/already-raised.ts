import { watchedMeasure } from '../../dashboards/alerts/alert-measures.ts';
import { splitOf } from '../../dashboards/alerts/alert-words.ts';
import type { Alert } from '../../model/alerts/alert.ts';
import type { AlertRule } from '../../model/alerts/rule.ts';
import { splitFields } from '../../model/query/split.ts';
import type { Clause } from '../query/ask.ts';
import { allOf, narrowingOf } from '../query/conditions.ts';

/**
 * What a rule does not count, because a rule before it that watches the same has raised an alert about it: a bad site
 * shall not also accuse its queues and its agents.
 *
 * @param rules all, in their order
 * @param raised the alerts that are not cleared
 */
export function alreadyRaised(
  rule: AlertRule,
  rules: readonly AlertRule[],
  raised: readonly Alert[],
): Clause[] {
  const before = rules
    .slice(0, rules.indexOf(rule))
    .filter((other) => watchedBy(other) === watchedBy(rule))
    .map(({ id }) => id);
  return raised.filter((alert) => before.includes(alert.rule.id)).flatMap(clauseOfAlert);
}

/**
 * Of alerts that begin at the same look and watch the same, those of the first rule. Whatever is still bad without what
 * they are about is raised at the next look.
 */
export function firstOfEach(fresh: readonly Alert[], rules: readonly AlertRule[]): readonly Alert[] {
  const placeOf = ({ rule }: Alert) => rules.findIndex(({ id }) => id === rule.id);
  return fresh.filter(
    (alert) =>
      !fresh.some(
        (other) => watchedBy(other.rule) === watchedBy(alert.rule) && placeOf(other) < placeOf(alert),
      ),
  );
}

function watchedBy(rule: AlertRule): string | undefined {
  return watchedMeasure(rule)?.id;
}

/** What an alert is about; nothing where that is everything, which would leave nothing. */
function clauseOfAlert({ rule, group }: Alert): Clause[] {
  const split = splitOf(rule);
  const measure = watchedMeasure(rule);
  if (group === null || !split || !measure) return [];
  const its = narrowingOf(measure.index, rule.filters);
  return [allOf([{ term: { [splitFields[split]]: group } }, ...its])];
}
