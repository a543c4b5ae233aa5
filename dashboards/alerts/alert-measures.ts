import { type AlertRule, type AlertSplit, alertSplits } from '../../model/alerts/rule.ts';
import { canSplit } from '../../model/query/documents-know.ts';
import { poorCalls } from '../measures/calls.ts';
import { apiMeasures, callMeasures } from '../measures/lists.ts';
import type { Measure } from '../measures/measure.ts';

/** What alerts can watch: measures of which one side is the worse. */
export const alertMeasures: readonly Measure[] = [...callMeasures, ...apiMeasures].filter(
  ({ better }) => better !== 'neither',
);

/** The measure of that id; undefined where alerts cannot watch it. */
export function alertMeasure(id: string): Measure | undefined {
  return alertMeasures.find((measure) => measure.id === id);
}

/** What a rule watches; undefined where there is no such measure any more. */
export function watchedMeasure(rule: AlertRule): Measure | undefined {
  return rule.kind === 'run' ? poorCalls : alertMeasure(rule.measure);
}

/** By what a measure can be split and narrowed. */
export function splitsOf({ index }: Measure): readonly AlertSplit[] {
  return alertSplits.filter((split) => canSplit(index, split));
}

/**
 * Whether a value is a part of its count: then it is known how probable it is that chance alone made it so.
 */
export function isPartOfCount({ formula }: Measure): boolean {
  if (formula.kind === 'share') return true;
  return formula.kind === 'ratio' && formula.under.length === 1 && formula.under[0] === formula.restsOn;
}
