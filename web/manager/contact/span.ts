import { type Rating, ratings } from '../../../model/quality/rating.ts';

/** What colours a stretch of time: how it sounded, or what went on. */
export type Tone = Rating | 'wait' | 'talk' | 'hold' | 'work' | 'failed' | 'plain';

/** A stretch of time with one thing going on; times in epoch milliseconds. */
export type Span = { readonly from: number; readonly to: number; readonly name: string; readonly tone: Tone };

/** Whether it is a half minute's sound: of so many none has room for words, its height tells, and the table. */
export function isSound({ tone }: Span): boolean {
  return ratings.some((rating) => rating === tone);
}

/** What went on in one respect. */
export type Lane = {
  readonly name: string;
  readonly spans: readonly Span[];
  /** Why there are none. */
  readonly missing?: string;
};
