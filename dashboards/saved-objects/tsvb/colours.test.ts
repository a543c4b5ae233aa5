import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultLimits } from '../../../model/quality/limits.ts';
import { judgeFigure } from '../../judge-figure.ts';
import { apiFaults, apiSlow } from '../../measures/agent-api.ts';
import { lossToAgent, mos } from '../../measures/audio.ts';
import { poorCalls } from '../../measures/calls.ts';
import type { Measure } from '../../measures/measure.ts';
import { windowMeasures } from '../../measures/windows.ts';
import { colourRules } from './colours.ts';
import { asComputed } from './unit.ts';

const { median, worst } = windowMeasures.jitterMillis.fromAgent;

/** The last rule that holds counts, as in Dashboards. */
function colouredAs(measure: Measure, value: number) {
  const computed = asComputed(measure.unit, value);
  const holding = colourRules(measure).filter(({ operator, value: bound }) =>
    operator === 'gt' ? computed > bound : computed < bound,
  );
  return holding.at(-1)?.rating ?? 'good';
}

test.each(
  [mos, lossToAgent, poorCalls, apiSlow, apiFaults, median, worst].map((its) => [its.id, its] as const),
)('%s has in Dashboards the colour of what the pages call it', (_, measure) => {
  fc.assert(
    // Whole figures: at the limit itself a fraction of percent may round to either side.
    fc.property(fc.integer({ min: 0, max: 4000 }), (value) => {
      const judged = judgeFigure(measure, { value, restsOn: 1_000_000 }, defaultLimits);
      expect(colouredAs(measure, value)).toBe(judged);
    }),
  );
});

test('what has no limits has no colours', () => {
  expect(colourRules({ ...poorCalls, limits: () => ({ fair: 5, poor: 10 }) })).toHaveLength(2);
  const { limits: _, ...without } = poorCalls;
  expect(colourRules(without)).toEqual([]);
});
