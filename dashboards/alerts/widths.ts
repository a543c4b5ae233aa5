import type { Alert } from '../../model/alerts/alert.ts';
import { type AlertRule, type AlertSplit, alertSplits } from '../../model/alerts/rule.ts';
import { splitOf } from './alert-words.ts';

/**
 * What is wrong for many reaches what is wrong for few: a site that is cut off has queues with failed calls, and agents
 * with poor ones. From wide to narrow; what stands in one line explains nothing else of that line. First of all is what a
 * rule watches without a split: everything.
 */
export const fromWideToNarrow: readonly (readonly AlertSplit[])[] = [
  ['country', 'network', 'relayHost', 'signalingEndpoint'],
  ['city'],
  ['site'],
  ['privateNetwork', 'os', 'browser', 'streamsVersion', 'direction'],
  ['osVersion', 'browserVersion', 'cpuCount', 'memory', 'operation'],
  ['level1'],
  ['level2'],
  ['level3', 'queue', 'routingProfile'],
  ['level4'],
  ['level5'],
  ['agent'],
];

type About = Pick<Alert, 'rule' | 'scope'>;

/** The widest first, and of equally wide ones those that are worse; else as they come. */
export function widestFirst<Some extends About>(alerts: readonly Some[]): Some[] {
  const severityOf = ({ rule }: About) => (rule.severity === 'critical' ? 0 : 1);
  return [...alerts].sort((a, b) => widthOf(a.rule) - widthOf(b.rule) || severityOf(a) - severityOf(b));
}

/** Whether one may be a consequence of another: that is wider, and not about other sites, queues …. */
export function mayFollowFrom(narrow: About, wide: About): boolean {
  return widthOf(narrow.rule) > widthOf(wide.rule) && canMeet(narrow.scope, wide.scope);
}

function widthOf(rule: AlertRule): number {
  const split = splitOf(rule);
  return split === undefined ? -1 : fromWideToNarrow.findIndex((line) => line.includes(split));
}

function canMeet(a: Alert['scope'], b: Alert['scope']): boolean {
  return alertSplits.every((split) => {
    const [its, others] = [a[split], b[split]];
    return !its || !others || its.some((value) => others.includes(value));
  });
}
