import type { AlertRule, MeasureRule } from '../../model/alerts/rule.ts';
import type { Measure } from '../measures/measure.ts';
import { splitsOf, watchedMeasure } from './alert-measures.ts';
import { splitOf } from './alert-words.ts';

/** What is wrong with a rule: a field of it, and what to do. */
export type RuleFault = { readonly field: string; readonly message: string };

/** What is wrong with a rule that its schema takes: the measure decides what its limits can be. None where it is right. */
export function faultsOfRule(rule: AlertRule): readonly RuleFault[] {
  const { quietHours } = rule;
  const isNever = quietHours !== undefined && quietHours.from === quietHours.to;
  const always = isNever ? [{ field: 'quietHours', message: 'must not begin when they end' }] : [];
  const measure = watchedMeasure(rule);
  if (!measure) return [...always, { field: 'measure', message: 'not a measure that alerts can watch' }];
  const limits = rule.kind === 'run' ? [] : faultsOfLimits(rule, measure);
  return [...always, ...limits, ...faultsOfSplit(rule, measure)];
}

function faultsOfLimits({ raise, clear }: MeasureRule, { better, unit }: Measure): RuleFault[] {
  const [least, most] = bounds[unit];
  const outside = (value: number) => value < least || value > most;
  const message = `must be from ${least} to ${most}`;
  const isStricter = better === 'higher' ? clear < raise : clear > raise;
  return [
    ...(outside(raise) ? [{ field: 'raise', message }] : []),
    ...(outside(clear) ? [{ field: 'clear', message }] : []),
    ...(isStricter
      ? [{ field: 'clear', message: `must be ${better} than the limit that raises, or the same` }]
      : []),
  ];
}

function faultsOfSplit(rule: AlertRule, measure: Measure): RuleFault[] {
  const known: readonly string[] = splitsOf(measure);
  const split = splitOf(rule);
  const message = 'what this measure counts does not have that';
  return [
    ...(split && !known.includes(split) ? [{ field: 'split', message }] : []),
    ...Object.keys(rule.filters)
      .filter((dimension) => !known.includes(dimension))
      .map((dimension) => ({ field: `filters.${dimension}`, message })),
  ];
}

/** Between which a limit can be, by unit. */
const bounds = {
  count: [0, 1_000_000_000],
  percent: [0, 100],
  mos: [1, 5],
  milliseconds: [0, 600_000],
  seconds: [0, 86_400],
} as const;
