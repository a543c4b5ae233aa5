import type { DatedKind } from '../../model/documents/kinds.ts';
import type { Buckets } from '../../model/quality/buckets.ts';
import type { QualityLimits } from '../../model/quality/limits.ts';

/** Which documents count: those with one of these values in the field, or within bounds, or with any value at all. */
export type FieldCondition = {
  readonly field: string;
  readonly is?: readonly (string | boolean)[];
  readonly below?: number;
  readonly atLeast?: number;
};

/** Which documents count, by one field or by several. */
export type Condition =
  | FieldCondition
  | { readonly anyOf: readonly Condition[] }
  | { readonly allOf: readonly Condition[] }
  | { readonly not: Condition };

/** How a measure is computed of many documents; sums and counts, so that any split of them adds up again. */
export type Formula =
  /** How many documents meet the condition (all, without one). */
  | { readonly kind: 'count'; readonly of?: Condition }
  /** The sum of a field. */
  | { readonly kind: 'sum'; readonly field: string }
  /** The highest value of a field; documents without it do not count. */
  | { readonly kind: 'highest'; readonly field: string }
  /** The documents that meet `part` in percent of those that meet `whole`. */
  | { readonly kind: 'share'; readonly part: Condition; readonly whole: Condition }
  /** Each document's figure counts alike; documents without it do not count, nor those that do not meet the condition. */
  | { readonly kind: 'average'; readonly field: string; readonly of?: Condition }
  /** The sum of one field over the sum of others, times a factor. Rests on `restsOn`, a field or the documents with `over`. */
  | {
      readonly kind: 'ratio';
      readonly over: string;
      readonly under: readonly string[];
      readonly times: number;
      readonly restsOn?: string;
    }
  /** Estimated from counts per bucket: off by at most the width of the bucket in which it lies. */
  | { readonly kind: 'bucketPercentile'; readonly counts: BucketCounts; readonly percentile: number }
  /**
   * Of the documents' own values, which must not be negative. Counted by HdrHistogram with two digits, so off by at
   * most 1 % of the value. The one kind that does not add up.
   */
  | { readonly kind: 'valuePercentile'; readonly field: string; readonly percentile: 50 | 95 };

/** Counts per bucket that documents carry. */
export type BucketCounts = {
  /** The object whose fields have the counts: `le100`, …, `above`. */
  readonly field: string;
  readonly buckets: Buckets;
  /** The field with how many there are in all buckets together, where there is one. */
  readonly total?: string;
  /** The field with each document's highest figure, where there is one: nothing is estimated above it. */
  readonly highest?: string;
};

/** Values of a field that nobody has counted yet: each falls into the bucket whose range it is in. */
export type ValueCounts = { readonly valuesOf: string; readonly buckets: Buckets };

export type Unit = 'count' | 'percent' | 'mos' | 'milliseconds' | 'seconds';

/** One figure that managers see, defined here and nowhere else. */
export type Measure = {
  readonly id: string;
  readonly name: string;
  /** Shown where the measure is shown: what it is, of what, and what is left out. */
  readonly means: string;
  readonly index: DatedKind;
  /** Which of the index's documents it is about; all where absent. */
  readonly among?: readonly Condition[];
  readonly formula: Formula;
  readonly unit: Unit;
  readonly better: 'lower' | 'higher' | 'neither';
  /** What the count that the value rests on counts. */
  readonly restsOn: string;
  /** Below this count the value is too shaky to be judged or compared. */
  readonly minimumCount: number;
  /** From where on the value is fair or poor. */
  readonly limits?: (limits: QualityLimits) => { readonly fair: number; readonly poor: number };
};
