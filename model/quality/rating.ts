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

function broken(figures: Figures, limits: Limits): RatingReason[] {
  const above = (value: number | undefined, limit: number) => value !== undefined && value > limit;
  const reasons: RatingReason[] = [];
  if (figures.mos !== undefined && figures.mos < limits.mos) reasons.push('mos');
  if (above(figures.packetsLostPercent, limits.packetsLostPercent)) reasons.push('loss');
  if (above(figures.roundTripTimeMillis, limits.roundTripTimeMillis)) reasons.push('roundTripTime');
  if (above(figures.jitterMillis, limits.jitterMillis)) reasons.push('jitter');
  return reasons;
}
