import { packetsLostPercent } from '../../../model/quality/loss.ts';
import type { StreamType } from '../../../model/quality/sample.ts';
import { samplesOf } from '../../../model/quality/samples-of.ts';
import { spreadReportedLoss } from '../../../model/quality/spread-reported-loss.ts';
import type { CallWindow } from '../../../model/query/call.ts';

/** A figure at a time in epoch milliseconds; null where it was not measured, which breaks a line. */
export type Point = readonly [number, number | null];

/** One direction of a call, second by second. */
export type Seconds = {
  readonly mos: readonly Point[];
  readonly lossPercent: readonly Point[];
  readonly roundTripTimeMillis: readonly Point[];
  readonly jitterMillis: readonly Point[];
  readonly audioLevel: readonly Point[];
  /** From when until when nothing came, in epoch milliseconds. */
  readonly gaps: readonly (readonly [number, number])[];
};

/** Longer than this between two samples is a gap: one late second is only a slow timer. */
const gapMillis = 2500;

/** Lays out the windows of one direction over time. */
export function secondsOf(windows: readonly CallWindow[], streamType: StreamType): Seconds {
  const own = windows
    .filter((window) => window.softphoneStreamType === streamType)
    .sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));
  const told = own.flatMap((window) => samplesOf({ startedAt: window.startedAt, ...window.samples }));
  const samples = streamType === 'audio_output' ? spreadReportedLoss(told) : told;
  const gaps = samples.flatMap((sample, i) => {
    const before = samples[i - 1]?.at ?? sample.at;
    return sample.at - before > gapMillis ? [[before + 1000, sample.at] as const] : [];
  });
  const line = (of: (sample: (typeof samples)[number]) => number | null): Point[] =>
    samples.flatMap((sample, i) => {
      const before = samples[i - 1]?.at ?? sample.at;
      const hole: Point[] = sample.at - before > gapMillis ? [[before + 1000, null]] : [];
      return [...hole, [sample.at, of(sample)] as const];
    });
  return {
    mos: own.flatMap(stepOf),
    lossPercent: line(({ packetsLost, packetsCount }) =>
      packetsLost === null || packetsCount === null
        ? null
        : lossOfSecond(streamType, packetsLost, packetsCount),
    ),
    roundTripTimeMillis: line((sample) => sample.roundTripTimeMillis),
    jitterMillis: line((sample) => sample.jitterMillis),
    audioLevel: line((sample) => sample.audioLevel),
    gaps,
  };
}

/** A window's MOS holds from its beginning to its end. */
function stepOf(window: CallWindow): Point[] {
  const start = Date.parse(window.startedAt);
  const end = start + window.windowSeconds * 1000;
  const mos = window.mos?.avg ?? null;
  return [
    [start, mos],
    [end - 1, mos],
    [end, null],
  ];
}

function lossOfSecond(streamType: StreamType, lost: number, count: number): number | null {
  return packetsLostPercent(streamType, Math.max(0, lost), count) ?? null;
}
