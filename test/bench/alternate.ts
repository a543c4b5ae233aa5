import { median } from './median.ts';

/** One of several ways to do the same; gives a figure such as windows a second. */
export type Contestant = (round: number) => Promise<number>;

/**
 * Measures several ways in turn (A B C A B C …), so that whatever else the machine does meets them all alike. The
 * first round warms up and does not count.
 *
 * @returns the figures of each way, and `ratio`: the median over the rounds of one way's figure divided by another's
 */
export async function alternate<Name extends string>(
  contestants: Readonly<Record<Name, Contestant>>,
  rounds: number,
  tell: (progress: string) => void,
) {
  const names = Object.keys(contestants) as Name[];
  const figures = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
  for (let round = 0; round <= rounds; round++) {
    // Every other round the other way round: whoever comes last finds a fuller index.
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const figure = await contestants[name](round);
      tell(`round ${round} of ${rounds}: ${name} ${figure.toFixed(1)}`);
      if (round > 0) figures[name].push(figure);
    }
  }
  return {
    medianOf: (name: Name) => median(figures[name]),
    ratio: (name: Name, to: Name) =>
      median(figures[name].map((figure, i) => figure / (figures[to][i] ?? Number.NaN))),
  };
}
