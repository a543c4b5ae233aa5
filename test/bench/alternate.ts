import { median } from './median.ts';

/** One of several ways to do the same; gives figures such as windows a second. */
export type Contestant<Figure extends string> = () => Promise<Readonly<Record<Figure, number>>>;

/**
 * Measures several ways in turn (A B C, C B A, A B C …), so that whatever else the machine does meets them all alike.
 * The first round warms up and does not count.
 *
 * @returns the median of a way's figure; and `ratio`, the median over the rounds of one way's figure divided by another's
 */
export async function alternate<Name extends string, Figure extends string>(
  contestants: Readonly<Record<Name, Contestant<Figure>>>,
  rounds: number,
  tell: (progress: string) => void,
) {
  const names = Object.keys(contestants) as Name[];
  const seen = new Map<Name, Readonly<Record<Figure, number>>[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    tell(`round ${round} of ${rounds}`);
    // Every other round the other way round: whoever comes last finds a fuller index.
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const figures = await contestants[name]();
      if (round > 0) seen.get(name)?.push(figures);
    }
  }
  const all = (name: Name, figure: Figure) => (seen.get(name) ?? []).map((figures) => figures[figure]);
  return {
    medianOf: (name: Name, figure: Figure) => median(all(name, figure)),
    ratio: (figure: Figure, name: Name, to: Name) => {
      const others = all(to, figure);
      return median(all(name, figure).map((value, i) => value / (others[i] ?? Number.NaN)));
    },
  };
}
