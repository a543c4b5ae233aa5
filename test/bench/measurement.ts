/** A limit that a figure should keep, as the project promises it. */
export type Bar = { readonly atLeast: number } | { readonly atMost: number };

/** One line of the table. */
export type Measurement = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Absent where the figure is only for knowing. */
  readonly bar?: Bar;
  /** How it was got, where the name does not say. */
  readonly note?: string;
};

/** Why a part could not be measured here, and what to do about it. */
export type Skipped = { readonly skipped: string };

/** One subject of the bench; every part runs in a process of its own, so that none warms another's caches. */
export type Part = (tell: (progress: string) => void) => Promise<readonly Measurement[] | Skipped>;

/** Whether the bar is kept; undefined where there is none. */
export function isMet({ value, bar }: Pick<Measurement, 'value' | 'bar'>): boolean | undefined {
  if (!bar) return undefined;
  return 'atLeast' in bar ? value >= bar.atLeast : value <= bar.atMost;
}
