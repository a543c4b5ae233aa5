import { isPartOfCount } from '../../dashboards/alerts/alert-measures.ts';
import { logTailOf } from '../../dashboards/chance.ts';
import { poorCalls } from '../../dashboards/measures/calls.ts';
import type { Measure } from '../../dashboards/measures/measure.ts';
import type { MeasureRule, RunRule } from '../../model/alerts/rule.ts';
import { defaultLimits } from '../../model/quality/limits.ts';
import type { Figure } from '../../model/query/figure.ts';

/** What a figure says of a rule: beyond its limit, back within the other one, neither, or nothing. */
export type Verdict = 'bad' | 'between' | 'fine' | 'unknown';

/**
 * A share counts as beyond its limit when chance would make it so less than once in a thousand looks at something that
 * is just at the limit: of 5 calls 3 poor ones are no news, of 20 it takes 8 where one in ten is allowed.
 */
const surelyBeyond = Math.log(1e-3);

/** What a measure of one group says. */
export function judgeMeasure(rule: MeasureRule, measure: Measure, { value, restsOn }: Figure): Verdict {
  if (value === null || restsOn < rule.minimumCount) return 'unknown';
  const isHigherBetter = measure.better === 'higher';
  if (isHigherBetter ? value >= rule.clear : value <= rule.clear) return 'fine';
  const isBeyond = isHigherBetter ? value < rule.raise : value > rule.raise;
  if (!isBeyond) return 'between';
  if (!isPartOfCount(measure)) return 'bad';
  return chanceOf(value / 100, restsOn, rule.raise / 100, isHigherBetter) < surelyBeyond ? 'bad' : 'between';
}

function chanceOf(share: number, whole: number, limit: number, isHigherBetter: boolean): number {
  const [its, allowed] = isHigherBetter ? [1 - share, 1 - limit] : [share, limit];
  return logTailOf(Math.round(its * whole), whole, allowed);
}

/** An agent's newest judged calls, and those of whoever else is at the same site. */
export type AgentRun = {
  readonly agent: string;
  /** Poor ones up to the newest, one after the other. */
  readonly poor: number;
  /** The same of those that are not poor. */
  readonly notPoor: number;
  /** Looked at. */
  readonly judged: number;
  readonly peers: { readonly poor: number; readonly judged: number };
  /** The agent's groups, those in which all these calls agree. */
  readonly scope: Readonly<Record<string, readonly string[]>>;
};

/**
 * Some hundred agents begin some ten thousand runs a week, and only what chance would make less than once in a month is
 * worth anybody's walk.
 */
const beyondChance = Math.log(3e-5);
/** Of agents without peers as much is expected as a poor call is allowed to be usual. */
const usual = { share: (poorCalls.limits?.(defaultLimits).poor ?? 10) / 100, calls: poorCalls.minimumCount };

/**
 * What an agent's newest calls say. A run that is no wonder, because everybody at the site has poor calls, is not the
 * agent's.
 */
export function judgeRun(rule: RunRule, { poor, notPoor, judged, peers }: AgentRun): Verdict {
  if (judged === 0) return 'unknown';
  if (notPoor >= rule.clearAfter) return 'fine';
  const shareOfPeers = (peers.poor + usual.share * usual.calls) / (peers.judged + usual.calls);
  const isNoWonder = poor * Math.log(shareOfPeers) >= beyondChance;
  return poor >= rule.poorCalls && !isNoWonder ? 'bad' : 'between';
}
