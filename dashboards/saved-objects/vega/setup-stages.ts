import type { Measure } from '../../measures/measure.ts';
import { setupStages as stages } from '../../measures/setup.ts';
import { lineColours } from '../tsvb/colours.ts';
import { asked, vegaPicture } from './vega.ts';

/** `Microphone, median` is the stage `Microphone`. */
const nameOf = ({ median }: { readonly median: Measure }) => median.name.replace(/, median$/, '');

/** As the pages ask for percentiles of values: HdrHistogram with two digits. */
function percentilesOf({ id, formula }: Measure) {
  if (formula.kind !== 'valuePercentile') throw new Error(`${id} is no percentile of values`);
  const hdr = { number_of_significant_value_digits: 2 };
  return { percentiles: { field: formula.field, percents: [50, 95], hdr, keyed: true } };
}

const data = [
  { name: 'names', values: stages.map((stage) => ({ stage: stage.median.id, name: nameOf(stage) })) },
  {
    name: 'stages',
    url: asked('softphone-calls', {
      size: 0,
      aggs: Object.fromEntries(stages.map(({ median }) => [median.id, percentilesOf(median)])),
    }),
    format: { property: 'aggregations' },
    transform: [
      { type: 'fold', fields: stages.map(({ median }) => median.id), as: ['stage', 'figures'] },
      { type: 'formula', as: 'median', expr: "datum.figures.values['50.0']" },
      { type: 'formula', as: 'slow', expr: "datum.figures.values['95.0']" },
      { type: 'filter', expr: 'isValid(datum.median)' },
      { type: 'lookup', from: 'names', key: 'stage', fields: ['stage'], values: ['name'], as: ['name'] },
      { type: 'window', ops: ['sum'], fields: ['median'], as: ['until'] },
      { type: 'formula', as: 'from', expr: 'datum.until - datum.median' },
      { type: 'formula', as: 'slowUntil', expr: 'datum.from + datum.slow' },
    ],
  },
];

const middle = { y: { scale: 'y', field: 'name', band: 0.5 } };
const tooltip = {
  signal:
    "datum.name + ': half within ' + format(datum.median, ',.0f') + ' ms, 95 % within ' + format(datum.slow, ',.0f') + ' ms'",
};

const bars = {
  type: 'rect',
  from: { data: 'stages' },
  encode: {
    update: {
      x: { scale: 'x', field: 'from' },
      x2: { scale: 'x', field: 'until' },
      y: { scale: 'y', field: 'name' },
      height: { scale: 'y', band: 1 },
      fill: { value: lineColours[0] },
      tooltip,
    },
  },
};

const whiskers = {
  type: 'rule',
  from: { data: 'stages' },
  encode: {
    update: {
      ...middle,
      x: { scale: 'x', field: 'until' },
      x2: { scale: 'x', field: 'slowUntil' },
      stroke: { value: lineColours[0] },
      strokeWidth: { value: 2 },
      tooltip,
    },
  },
};

const lengths = {
  type: 'text',
  from: { data: 'stages' },
  style: 'guide-label',
  encode: {
    update: {
      ...middle,
      x: { scale: 'x', field: 'slowUntil', offset: 4 },
      baseline: { value: 'middle' },
      text: { signal: "format(datum.median, ',.0f') + ' (95 %: ' + format(datum.slow, ',.0f') + ')'" },
    },
  },
};

/** How long the stages of a set-up take, one after the other. */
export const setupStages = vegaPicture({
  id: 'setup-stages',
  title: 'Stages of call set-up one after the other (ms)',
  description:
    'How long each stage of setting up a call’s audio took, as Amazon Connect’s library reports it after the call: the bar is what half of the calls took at most, its line reaches to what 19 of 20 took at most. A stage begins where the median of the one before it ends.',
  spec: {
    data,
    scales: [
      {
        name: 'x',
        type: 'linear',
        range: 'width',
        nice: true,
        domain: { data: 'stages', field: 'slowUntil' },
      },
      { name: 'y', type: 'band', range: 'height', padding: 0.2, domain: stages.map(nameOf) },
    ],
    axes: [
      { orient: 'bottom', scale: 'x', title: 'ms', grid: true },
      { orient: 'left', scale: 'y', labelLimit: 250 },
    ],
    marks: [bars, whiskers, lengths],
  },
});
