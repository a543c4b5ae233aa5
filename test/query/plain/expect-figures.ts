import { expect } from 'vitest';
import type { Figure, Figures } from '../../../model/query/figure.ts';
import type { Expected } from './expected.ts';
import { type AnyDocument, populationOf } from './populations.ts';

/** Holds figures, all of these and no others, to what some documents come to. */
export function expectFigures(
  figures: Figures,
  ids: readonly string[],
  documents: readonly AnyDocument[],
): void {
  expect(Object.keys(figures).sort()).toEqual([...ids].sort());
  for (const id of ids) expectFigure(id, figures[id], populationOf(id).figure(id, documents));
}

/** @param digits as many as were sent; all where absent */
export function expectFigure(
  what: string,
  figure: Figure | undefined,
  expected: Expected,
  digits = 10,
): void {
  const { value, restsOn, within } = expected;
  // Seconds with fractions are rested on too, and a sum of those depends on its order in the last digits.
  expect(figure?.restsOn, what).toBeCloseTo(restsOn, 5);
  const shown = figure?.value ?? null;
  if (value === null || shown === null) {
    expect([what, shown]).toEqual([what, value]);
    return;
  }
  const { least, most } = within ?? { least: value, most: value };
  const rounding = (end: number) => 0.6 * 10 ** (1 - digits) * Math.abs(end) + 1e-9;
  expect(shown, what).toBeGreaterThanOrEqual(least - rounding(least));
  if (Number.isFinite(most)) expect(shown, what).toBeLessThanOrEqual(most + rounding(most));
}
