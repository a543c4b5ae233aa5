import type { QualityLimits } from '../../../model/quality/limits.ts';
import type { Seconds } from './seconds.ts';

export type Mark = { readonly at: number; readonly name: string };
export type Span = { readonly from: number; readonly to: number; readonly name: string };

/** What one direction's timeline shows; times in epoch milliseconds. */
export type Timeline = {
  readonly seconds: Seconds;
  readonly limits: QualityLimits;
  readonly from: number;
  readonly to: number;
  /** What happened in a moment. */
  readonly marks: readonly Mark[];
  /** What went on for a while: on hold, muted. */
  readonly spans: readonly Span[];
  readonly formatTime: (at: number) => string;
};

export type Lane = {
  readonly name: string;
  readonly figure: Exclude<keyof Seconds, 'gaps'>;
  readonly top: number;
  readonly height: number;
  readonly scale: object;
  /** Of what has no unit that means anything to a reader, only the form is shown. */
  readonly formOnly?: boolean;
};

type Extent = { readonly max: number };
const atLeast = (least: number, step: number) => (extent: Extent) =>
  Math.max(least, Math.ceil(extent.max / step) * step);

/** The lanes from top to bottom, in pixels. */
export const lanes: readonly Lane[] = [
  { name: 'MOS', figure: 'mos', top: 44, height: 60, scale: { min: 1, max: 4.5, interval: 3.5 } },
  {
    name: 'Loss, %',
    figure: 'lossPercent',
    top: 140,
    height: 60,
    scale: { min: 0, max: atLeast(10, 10), splitNumber: 1 },
  },
  {
    name: 'Round trip, ms',
    figure: 'roundTripTimeMillis',
    top: 236,
    height: 48,
    scale: { min: 0, max: atLeast(100, 100), splitNumber: 1 },
  },
  {
    name: 'Jitter, ms',
    figure: 'jitterMillis',
    top: 320,
    height: 48,
    scale: { min: 0, max: atLeast(20, 20), splitNumber: 1 },
  },
  {
    name: 'Audio level',
    figure: 'audioLevel',
    top: 404,
    height: 40,
    scale: { min: 0, splitNumber: 1 },
    formOnly: true,
  },
];

export const timelineHeight = 472;
