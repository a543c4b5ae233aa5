import type { SplitNames } from '../../../dashboards/split-names.ts';
import type { Rating } from '../../../model/quality/rating.ts';
import type { Split } from '../../../model/query/split.ts';
import { narrowings } from '../state/narrowing.ts';
import type { Chosen } from '../state/view.ts';
import {
  channelName,
  disconnectIssueName,
  disconnectReasonName,
  initiationMethodName,
} from './connect-names.ts';
import { faultName } from './fault-words.ts';
import { failureName, ratingNames } from './names.ts';
import { valueName } from './value-name.ts';

const stateNames: Readonly<Record<string, string>> = {
  rating: 'Rating',
  missed: 'Missed',
  setupFailed: 'Set-up failed',
  channel: 'Channel',
  initiationMethod: 'How it began',
  disconnectReason: 'Disconnect reason',
  disconnectIssue: 'Connect’s word on the end',
  verdict: 'Verdict',
  lacksStatistics: 'Lacks statistics',
};
const flags: readonly string[] = ['missed', 'setupFailed', 'lacksStatistics'];
const valueNames: Readonly<Record<string, (value: string) => string>> = {
  failure: failureName,
  channel: channelName,
  initiationMethod: initiationMethodName,
  disconnectReason: disconnectReasonName,
  disconnectIssue: disconnectIssueName,
  verdict: faultName,
};

/** What a filter is called; one that is not known yet as it is. */
export function filterName(name: string, names: SplitNames): string {
  if (Object.hasOwn(names, name)) return names[name as Split].one;
  return stateNames[name] ?? name;
}

/** A filter's value as people read it. */
export function filterValueName(name: string, value: string): string {
  if (name === 'rating') return ratingNames[value as Rating] ?? value;
  if (flags.includes(name)) return value === 'true' ? 'Yes' : 'No';
  const its = Object.hasOwn(valueNames, name) ? valueNames[name] : undefined;
  return its ? its(value) : valueName(name, value);
}

/** What narrows a view: `Site: Krakow, Lisbon`. */
export function filterWords(chosen: Chosen, names: SplitNames): string[] {
  const flag = (value: boolean | undefined) => (value === undefined ? [] : [String(value)]);
  const all: readonly (readonly [string, readonly string[]])[] = [
    ...narrowings.map((narrowing) => [narrowing, chosen.values[narrowing] ?? []] as const),
    ['rating', chosen.ratings],
    ['missed', flag(chosen.missed)],
    ['setupFailed', flag(chosen.setupFailed)],
  ];
  return all
    .filter(([, values]) => values.length > 0)
    .map(
      ([name, values]) =>
        `${filterName(name, names)}: ${values.map((value) => filterValueName(name, value)).join(', ')}`,
    );
}
