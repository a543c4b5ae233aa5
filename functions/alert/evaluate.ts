import { alertMeasure } from '../../dashboards/alerts/alert-measures.ts';
import { patienceMinutes } from '../../dashboards/alerts/alert-words.ts';
import type { Alert, Clearing, Reading } from '../../model/alerts/alert.ts';
import type { AlertRule } from '../../model/alerts/rule.ts';
import { documentId } from '../enrich/document-id.ts';
import { firstOfEach } from './already-raised.ts';
import type { Verdict } from './verdict.ts';

/** What was seen of one group of a rule. */
export type Seen = {
  readonly group: string | null;
  readonly verdict: Verdict;
  readonly value: number;
  readonly restsOn: number;
  readonly scope: Alert['scope'];
};

/** What was seen of each enabled rule, by its id. A group of which nothing was seen is left out. */
export type Sightings = ReadonlyMap<string, readonly Seen[]>;

const minuteMillis = 60_000;

/**
 * What becomes of alerts by what was seen now: pure, so that a run which was missed or repeated changes nothing but the
 * time. One that is raised stays so, whatever comes, until it is cleared; then it may be raised anew.
 *
 * @param rules all that there are, the disabled ones too
 * @param raised the alerts that are not cleared
 * @returns the same alerts, some of them cleared, and the new ones
 */
export function evaluate(
  rules: readonly AlertRule[],
  sightings: Sightings,
  raised: readonly Alert[],
  now: Date,
): readonly Alert[] {
  const goOn = raised.map((alert) => next(alert, rules, sightings, now));
  const fresh = rules
    .filter(({ enabled }) => enabled)
    .flatMap((rule) =>
      (sightings.get(rule.id) ?? [])
        .filter(({ verdict }) => verdict === 'bad')
        .filter(({ group }) => !goOn.some((alert) => isOpen(alert) && isOf(alert, rule, group)))
        .map((seen) => raise(rule, seen, now)),
    );
  return [...goOn, ...firstOfEach(fresh, rules)];
}

const isOpen = ({ clearedAt }: Alert) => clearedAt === undefined;
const isOf = (alert: Alert, { id }: AlertRule, group: string | null) =>
  alert.rule.id === id && alert.group === group;

function raise(rule: AlertRule, { group, value, restsOn, scope }: Seen, now: Date): Alert {
  const raisedAt = now.toISOString();
  const first: Reading = { value, restsOn, at: raisedAt };
  const id = documentId(['alert', rule.id, group ?? '', raisedAt]);
  const readings = { first, worst: first, latest: first };
  return { id, revision: 1, rule, group, scope, raisedAt, ...readings, notices: [] };
}

function next(alert: Alert, rules: readonly AlertRule[], sightings: Sightings, now: Date): Alert {
  const rule = rules.find(({ id }) => id === alert.rule.id);
  if (!rule?.enabled) return clear(alert, 'ruleOff', now);
  if (watched(rule) !== watched(alert.rule)) return clear(alert, 'ruleChanged', now);
  const seen = sightings.get(rule.id)?.find(({ group }) => group === alert.group);
  const current = rule === alert.rule ? alert : { ...alert, rule };
  if (!seen || seen.verdict === 'unknown') {
    const silentMillis = now.getTime() - Date.parse(alert.latest.at);
    const isOver = silentMillis >= patienceMinutes(rule) * minuteMillis;
    return isOver ? clear(current, 'noData', now) : current;
  }
  const latest: Reading = { value: seen.value, restsOn: seen.restsOn, at: now.toISOString() };
  const judged = {
    ...current,
    revision: alert.revision + 1,
    latest,
    worst: worse(rule, alert.worst, latest),
  };
  return seen.verdict === 'fine' ? clear(judged, 'recovered', now) : judged;
}

function clear(alert: Alert, because: Clearing, now: Date): Alert {
  return { ...alert, revision: alert.revision + 1, clearedAt: now.toISOString(), because };
}

/** What a rule is about: with another of these, its groups are others. */
function watched(rule: AlertRule): string {
  const { kind, filters } = rule;
  return JSON.stringify(kind === 'run' ? [kind, filters] : [kind, rule.measure, rule.split, filters]);
}

function worse(rule: AlertRule, a: Reading, b: Reading): Reading {
  const isHigherBetter = rule.kind === 'measure' && alertMeasure(rule.measure)?.better === 'higher';
  return (isHigherBetter ? b.value < a.value : b.value > a.value) ? b : a;
}
