import { expect, test } from 'vitest';
import { setupStages } from '../../../dashboards/measures/setup.ts';
import { isWaterfall, waterfallStages } from './waterfall-stages.ts';

const [microphone, initialisation, ice] = setupStages;
const figure = (value: number | null) => ({ value, restsOn: 100 });

test('stages follow one another; one that was not measured takes no time', () => {
  const stages = waterfallStages({
    [microphone?.median.id ?? '']: figure(120),
    [initialisation?.median.id ?? '']: figure(null),
    [ice?.median.id ?? '']: figure(300),
  });
  expect(stages.map(({ begins }) => begins)).toEqual([0, 120, 120, 420, 420, 420, 420]);
  expect(stages[0]?.name).toBe('Microphone');
});

test('only the stages of a set-up are drawn as such', () => {
  const measures = setupStages.flatMap(({ median, slow }) => [median, slow]);
  expect(isWaterfall({ kind: 'figures', measures })).toBe(true);
  expect(isWaterfall({ kind: 'figures', measures: measures.slice(0, 2) })).toBe(false);
});
