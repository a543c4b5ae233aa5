import type { Alert, Clearing, Reading } from '../../model/alerts/alert.ts';
import {
  type AlertRule,
  type AlertSplit,
  alertSplits,
  type MeasureRule,
  type RunRule,
} from '../../model/alerts/rule.ts';
import { formatValue } from '../format-value.ts';
import { type SplitNames, splitNames } from '../split-names.ts';
import { alertMeasure, isPartOfCount, watchedMeasure } from './alert-measures.ts';

/** What an alert is about: `Site Krakow`, `Operation acceptContact`, `All calls`; the values it is narrowed to after it. */
export function subjectOf(
  { rule, group }: Pick<Alert, 'rule' | 'group'>,
  names: SplitNames = splitNames,
): string {
  // To which values of the split it is narrowed, its group says.
  const narrowed = narrowedTo(rule, names, group === null ? undefined : splitOf(rule));
  const subject = group === null ? everything(rule) : `${splitName(splitOf(rule), names)} ${group}`;
  return narrowed ? `${subject}, ${narrowed}` : subject;
}

/** What a reading says: `Poor calls: 63.0 % (of 81 judged calls)`, `The last 5 calls were poor`. */
export function readingWords(rule: AlertRule, { value, restsOn }: Reading): string {
  if (rule.kind === 'run')
    return value === 1 ? 'The last call was poor' : `The last ${value} calls were poor`;
  const measure = alertMeasure(rule.measure);
  if (!measure) return String(value);
  const count = formatValue('count', restsOn);
  return `${measure.name}: ${formatValue(measure.unit, value)} (of ${count} ${measure.restsOn})`;
}

/** Why an alert is over. */
export function clearingWords(rule: AlertRule, because: Clearing): string {
  switch (because) {
    case 'recovered':
      return 'It is back within its limit';
    case 'noData':
      return `For ${spanWords(patienceMinutes(rule))} there were too few ${countedBy(rule)} to judge by`;
    case 'ruleChanged':
      return 'Its rule now watches something else';
    case 'ruleOff':
      return 'Its rule was switched off or taken away';
  }
}

/** What a rule does, in sentences. */
export function ruleWords(rule: AlertRule, names: SplitNames = splitNames): string {
  return rule.kind === 'run' ? runWords(rule, names) : measureWords(rule, names);
}

function measureWords(rule: MeasureRule, names: SplitNames): string {
  const measure = alertMeasure(rule.measure);
  if (!measure) return 'Watches a measure that there is no more.';
  const limit = (value: number) => formatValue(measure.unit, value);
  const [beyond, within] = measure.better === 'higher' ? ['below', 'more'] : ['above', 'less'];
  const surely = isPartOfCount(measure) ? ' by more than chance' : '';
  return [
    `${measure.name}${rule.split ? `, by ${splitName(rule.split, names).toLowerCase()}` : ''}, in the last ${spanWords(rule.windowMinutes)}${narrowing(rule, names)}:`,
    `raised ${beyond} ${limit(rule.raise)}${surely}, cleared at ${limit(rule.clear)} or ${within};`,
    `from ${formatValue('count', rule.minimumCount)} ${measure.restsOn} on.`,
  ].join(' ');
}

function runWords(rule: RunRule, names: SplitNames): string {
  return [
    `An agent’s calls that ended in the last ${spanWords(rule.windowMinutes)}${narrowing(rule, names)}:`,
    `raised when ${rule.poorCalls} or more are poor one after the other, unless the others’ at the site are as poor;`,
    `cleared when ${rule.clearAfter} in a row are not.`,
  ].join(' ');
}

function narrowing(rule: AlertRule, names: SplitNames): string {
  const narrowed = narrowedTo(rule, names);
  return narrowed ? `, ${narrowed}` : '';
}

function narrowedTo({ filters }: AlertRule, names: SplitNames, without?: AlertSplit): string {
  const given = alertSplits.filter((split) => filters[split] && split !== without);
  return given.map((split) => `${names[split].one.toLowerCase()} ${filters[split]?.join(' or ')}`).join(', ');
}

/** By what a rule tells groups apart; undefined where it takes all together. */
export function splitOf(rule: AlertRule): AlertSplit | undefined {
  return rule.kind === 'run' ? 'agent' : rule.split;
}

/** How people call what a rule can be split by. */
function splitName(split: AlertSplit | undefined, names: SplitNames): string {
  return split === undefined ? 'All together' : names[split].one;
}

/** For how long there must have been too little to judge by until an alert is cleared for that, in minutes. */
export function patienceMinutes({ kind, windowMinutes }: AlertRule): number {
  // An agent's bad headset is still bad the next morning.
  return kind === 'run' ? 1440 : Math.max(60, 2 * windowMinutes);
}

/** `60 minutes`, `24 hours`. */
function spanWords(minutes: number): string {
  return minutes < 120 || minutes % 60 !== 0 ? `${minutes} minutes` : `${minutes / 60} hours`;
}

function everything(rule: AlertRule): string {
  return watchedMeasure(rule)?.index === 'softphone-api-metrics' ? 'All requests' : 'All calls';
}

function countedBy(rule: AlertRule): string {
  return watchedMeasure(rule)?.restsOn ?? 'calls';
}
