import type { Rating, RatingReason } from './rating.ts';
import type { StreamType } from './sample.ts';

/** What a call's document takes from one of its windows. */
export type CallWindow = {
  readonly streamType: StreamType;
  readonly seconds: number;
  readonly rating: Rating;
  readonly ratingReasons: readonly RatingReason[];
  readonly mos?: { readonly avg: number; readonly min: number };
  readonly packetsLost?: number;
  readonly packetsCount?: number;
  readonly roundTripTimeMillis?: { readonly avg: number; readonly max: number };
  readonly jitterMillis?: { readonly avg: number; readonly max: number };
  readonly silentSeconds?: number;
  readonly concealedPercent?: { readonly avg: number; readonly max: number };
};
