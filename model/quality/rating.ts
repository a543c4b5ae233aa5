import type { Limits, QualityLimits } from './limits.ts';

export const ratings = ['good', 'fair', 'poor', 'unclassified'] as const;
export type Rating = (typeof ratings)[number];

export const ratingReasons = [
  'mos',
  'loss',
  'roundTripTime',
  'jitter',
  'tooFewPackets',
  'notMeasured',
] as const;
export type RatingReason = (typeof ratingReasons)[number];

export type Figures = {
  readonly mos?: number | undefined;
  readonly packetsLostPercent?: number | undefined;
  readonly roundTripTimeMillis?: number | undefined;
  readonly jitterMillis?: number | undefined;
  /** All packets of the window, lost ones included. */
  readonly packets: number;
};

export type Judgement = { readonly rating: Rating; readonly ratingReasons: readonly RatingReason[] };

/**
 * Rates one window, with every limit it broke as a reason. Fewer packets than the minimum, or nothing measured
 * beside them, is `unclassified`, never good.
 */
export function rateWindow(figures: Figures, limits: QualityLimits): Judgement {
  if (figures.packets < limits.minimumPackets) return unclassified('tooFewPackets');
  const poor = broken(figures, limits.poor);
  if (poor.length > 0) return { rating: 'poor', ratingReasons: poor };
  const fair = broken(figures, limits.fair);
  if (fair.length > 0) return { rating: 'fair', ratingReasons: fair };
  if (figures.packetsLostPercent === undefined) return unclassified('notMeasured');
  return { rating: 'good', ratingReasons: [] };
}

function unclassified(reason: RatingReason): Judgement {
  return { rating: 'unclassified', ratingReasons: [reason] };
}

/** Whether a figure is worse than its limit; on the limit it is not. */
export function isBeyond(figure: keyof Limits, value: number, limits: Limits): boolean {
  return figure === 'mos' ? value < limits.mos : value > limits[figure];
}

const reasonOf: Readonly<Record<keyof Limits, RatingReason>> = {
  mos: 'mos',
  packetsLostPercent: 'loss',
  roundTripTimeMillis: 'roundTripTime',
  jitterMillis: 'jitter',
};
const judgedBy = Object.keys(reasonOf) as readonly (keyof Limits)[];

function broken(figures: Figures, limits: Limits): RatingReason[] {
  const beyond = judgedBy.filter((figure) => {
    const value = figures[figure];
    return value !== undefined && isBeyond(figure, value, limits);
  });
  return beyond.map((figure) => reasonOf[figure]);
}
