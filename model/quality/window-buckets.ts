import type { Buckets } from './buckets.ts';
import type { Limits } from './limits.ts';

/** The figures by which windows are judged, and that calls keep counts of. */
export type WindowFigure = keyof Limits;

/**
 * The buckets in which each call counts its windows. Fixed for ever, as stored counts can only be added to counts of
 * the same buckets. The default limits are among the bounds (a MOS of just the limit is the one figure that falls on
 * the other side), with finer steps where healthy calls lie: there a percentile that moves is the first sign.
 */
export const windowBuckets: Readonly<Record<WindowFigure, Buckets>> = {
  /** A country's own networks stay below 60 ms, a continent's below 100; 300 is there and back of G.114's 150. */
  roundTripTimeMillis: {
    least: 0,
    bounds: [20, 40, 60, 80, 100, 150, 200, 250, 300, 400, 500, 700, 1000, 2000],
  },
  /** Wired agents have 1 to 5 ms, Wi-Fi 5 to 20; a jitter buffer grows from about 30 on. */
  jitterMillis: { least: 0, bounds: [2, 4, 6, 8, 10, 15, 20, 25, 30, 40, 50, 60, 100, 200] },
  /** Nothing lost is a bucket of its own: most windows are in it. A window has 1,500 packets: 0.1 % are one or two. */
  packetsLostPercent: {
    least: 0,
    bounds: [0, 0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 5, 7.5, 10, 20, 50],
    most: 100,
  },
  /** 3.6 and 3.1 are the limits; 4.02 and 4.34 (R = 80 and 90) are near bounds. A wired call at 20 ms has 4.39. */
  mos: {
    least: 1,
    bounds: [1.5, 2, 2.3, 2.6, 2.85, 3.1, 3.35, 3.6, 3.8, 4, 4.1, 4.2, 4.3, 4.35, 4.38],
    most: 4.41,
  },
};

export const windowFigures = Object.keys(windowBuckets) as readonly WindowFigure[];
