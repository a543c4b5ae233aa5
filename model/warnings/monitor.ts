import type { QualityLimits } from '../quality/limits.ts';
import { type Sample, type StreamType, streamTypes } from '../quality/sample.ts';
import { recentSamples, type WarningRule, warningRules } from './rules.ts';
import type { WarningKind } from './warning-kinds.ts';

/** Consecutive samples that said so; of a warning that is raised also when it was. */
type Count = { readonly bad: number; readonly good: number; readonly raisedAt?: number };

/**
 * What a call's warnings hang on. Made of samples of a second each, so it is the same whether they come one by one, as
 * where the page hosts the sound, or thirty at a time, as from the softphone's frame.
 */
export type WarningMonitor = {
  readonly recent: Readonly<Record<StreamType, readonly Sample[]>>;
  readonly counts: Readonly<Partial<Record<WarningKind, Count>>>;
};

export const newMonitor: WarningMonitor = {
  recent: { audio_input: [], audio_output: [] },
  counts: {},
};

const none: Count = { bad: 0, good: 0 };
/** After a longer gap, as of a laptop that slept, what was before says nothing of now. */
const longestGapMillis = 5000;

/**
 * What more samples of a connected call make of its warnings; pure. Samples in which the agent is muted or the call on hold are
 * nobody's trouble: they clear what is raised of the stream, and what comes after them is counted anew.
 *
 * @param samples of each stream in the order of time, later than those before
 */
export function watchSamples(
  monitor: WarningMonitor,
  samples: Readonly<Record<StreamType, readonly Sample[]>>,
  limits: QualityLimits,
): WarningMonitor {
  const rules = warningRules(limits);
  return streamTypes.reduce((before, streamType) => {
    const its = rules.filter((rule) => rule.streamType === streamType);
    return samples[streamType].reduce((one, sample) => watchSample(one, sample, streamType, its), before);
  }, monitor);
}

/** Raises or clears what samples do not tell, such as a device that is gone. */
export function watchFact(
  monitor: WarningMonitor,
  kind: WarningKind,
  present: boolean,
  at: number,
): WarningMonitor {
  if (isRaised(monitor.counts[kind]) === present) return monitor;
  return { ...monitor, counts: { ...monitor.counts, [kind]: present ? { ...none, raisedAt: at } : none } };
}

/** What follows from another trouble is not told beside it: whose headset is unplugged is not heard. */
const causes: Readonly<Partial<Record<WarningKind, WarningKind>>> = {
  nothingLeaves: 'deviceLost',
  microphoneSilent: 'deviceLost',
};

/** The warnings that are raised now. */
export function raisedWarnings({ counts }: WarningMonitor): WarningKind[] {
  const all = Object.keys(counts) as WarningKind[];
  const isCaused = (kind: WarningKind) => causes[kind] !== undefined && isRaised(counts[causes[kind]]);
  return all.filter((kind) => isRaised(counts[kind]) && !isCaused(kind));
}

function watchSample(
  monitor: WarningMonitor,
  sample: Sample,
  streamType: StreamType,
  rules: readonly WarningRule[],
): WarningMonitor {
  const before = monitor.recent[streamType];
  const previous = before[before.length - 1];
  const isAnew = sample.quiet || (previous && sample.at - previous.at > longestGapMillis);
  const recent = isAnew ? [] : before;
  const withThis = sample.quiet ? [] : [...recent, sample].slice(-recentSamples);
  const counts = { ...monitor.counts };
  for (const rule of rules) {
    const count = counts[rule.kind] ?? none;
    counts[rule.kind] = isAnew ? afterBreak(count, sample.quiet) : count;
    if (!sample.quiet) counts[rule.kind] = counted(counts[rule.kind] ?? none, sample, withThis, rule);
  }
  return { recent: { ...monitor.recent, [streamType]: withThis }, counts };
}

function afterBreak({ raisedAt }: Count, quiet: boolean): Count {
  return quiet || raisedAt === undefined ? none : { ...none, raisedAt };
}

function counted(count: Count, sample: Sample, recent: readonly Sample[], rule: WarningRule): Count {
  const verdict = rule.judge(recent);
  if (verdict === 'unknown') return count;
  const { raisedAt } = count;
  if (raisedAt === undefined) {
    const bad = verdict === 'bad' ? count.bad + 1 : 0;
    return bad < rule.raiseSamples ? { bad, good: 0 } : { bad: 0, good: 0, raisedAt: sample.at };
  }
  // What was measured before it was raised does not clear it: a frame's samples come half a minute late.
  if (sample.at <= raisedAt) return count;
  const good = verdict === 'good' ? count.good + 1 : 0;
  return good < rule.clearSamples ? { bad: 0, good, raisedAt } : none;
}

function isRaised(count: Count | undefined): boolean {
  return count?.raisedAt !== undefined;
}
