import { createHash } from 'node:crypto';
import { uniformFloat32 } from 'pure-rand/distribution/uniformFloat32';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Chance that can be repeated: the same seed and subject give the same figures, whoever asked for others before. */
export type Random = {
  /** 0 (included) to 1 (excluded). */
  readonly next: () => number;
  /** Evenly from `low` (included) to `high` (excluded). */
  readonly between: (low: number, high: number) => number;
  readonly chance: (probability: number) => boolean;
  /** Bell-shaped around 0 with a standard deviation of 1 (Box and Muller, 1958). */
  readonly normal: () => number;
  /** Long-tailed: half of the values are below the median. */
  readonly logNormal: (median: number, sigma: number) => number;
  /** How long until the next one of things that happen by chance. */
  readonly wait: (mean: number) => number;
  /** How many of rare things happen when `mean` are expected (Knuth's method, for small means). */
  readonly poisson: (mean: number) => number;
  /** One of several; the weights need not add up to anything. */
  readonly pick: <Value>(values: readonly Value[], weights?: readonly number[]) => Value;
};

/** @param subject what the figures are about, for example an agent and a date */
export function randomOf(seed: number, ...subject: readonly (string | number)[]): Random {
  const digest = createHash('sha256')
    .update([seed, ...subject].join('/'))
    .digest();
  const generator = xoroshiro128plus(digest.readInt32LE(0));
  const next = () => uniformFloat32(generator);
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    normal,
    between: (low, high) => low + (high - low) * next(),
    chance: (probability) => next() < probability,
    logNormal: (median, sigma) => median * Math.exp(sigma * normal()),
    wait: (mean) => -mean * Math.log(1 - next()),
    poisson: (mean) => poisson(next, mean),
    pick: (values, weights) => pick(next, values, weights),
  };
}

function poisson(next: () => number, mean: number): number {
  const limit = Math.exp(-mean);
  let happened = 0;
  for (let product = next(); product > limit; product *= next()) happened++;
  return happened;
}

function pick<Value>(
  next: () => number,
  values: readonly Value[],
  weights: readonly number[] = values.map(() => 1),
): Value {
  let left = next() * weights.reduce((sum, weight) => sum + weight, 0);
  const index = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  const value = values[index === -1 ? values.length - 1 : index];
  if (value === undefined) throw new RangeError('nothing to pick from');
  return value;
}
