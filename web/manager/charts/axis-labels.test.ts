import { use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { expect, test } from 'vitest';
import { makeChart, type Option } from './echarts.ts';
import { type Lines, linesOption } from './lines-option.ts';
import { palettes } from './palette.ts';
import { scaleOf } from './scales.ts';

use([SVGRenderer]);

const hour = 3_600_000;
const times = [0, hour, 2 * hour];
const shared = { times, end: 3 * hour, formatTime: () => '' };
const whole = (value: number) => String(Math.round(value));
const line = { name: 'Calls', color: '#000', fewest: 0 };

/** What is written in the picture, as it is drawn. */
function textsOf(option: Option): string[] {
  const chart = makeChart(null, null, { renderer: 'svg', ssr: true, width: 600, height: 400 });
  chart.setOption(option);
  const svg = chart.renderToSVGString();
  chart.dispose();
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text ?? '');
}

test.each([0, 1, 2, 3, 7])('an axis of counts up to %i names no tick twice', (most) => {
  const values = [0, most, 0];
  const lanes: Lines['lanes'] = [
    {
      lines: [{ ...line, values, restsOn: values }],
      scale: scaleOf('count', false),
      format: String,
      formatTick: whole,
    },
  ];
  // Times have a colon.
  const labels = textsOf(linesOption({ ...shared, lanes }, palettes.light)).filter((text) =>
    /^\d+$/.test(text),
  );
  expect(labels.length).toBeGreaterThan(1);
  expect(new Set(labels).size).toBe(labels.length);
});

const shares = [0, 0.3, 1.2, 3, 12, 25, 41, 55, 64, 71, 88, 100].flatMap((most) => [
  { most, hasLimits: true },
  { most, hasLimits: false },
]);

test.each(shares)(
  'an axis of shares up to $most percent has even steps, with limits: $hasLimits',
  ({ most, hasLimits }) => {
    const values = [0, most, 0];
    const lines = [{ ...line, values, restsOn: [9, 9, 9] }];
    const lanes = [
      {
        lines,
        scale: scaleOf('percent', hasLimits),
        format: String,
        formatTick: (value: number) => `${value} %`,
      },
    ];
    const labels = textsOf(linesOption({ ...shared, lanes }, palettes.light)).filter((text) =>
      text.endsWith('%'),
    );
    const ticks = labels.map((text) => Number.parseFloat(text)).sort((a, b) => a - b);
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(most);
    expect(new Set(ticks.slice(1).map((tick, i) => tick - (ticks[i] ?? 0))).size).toBe(1);
  },
);

test('a lane of nothing but gaps says so, beside one that has something', () => {
  const few = { ...line, values: [3, 4, 5], restsOn: [1, 1, 1], fewest: 5 };
  const enough = { ...few, restsOn: [9, 9, 9] };
  const scale = { scale: scaleOf('milliseconds', true), format: String, formatTick: whole };
  const textsWith = (...lanes: Lines['lanes']) => textsOf(linesOption({ ...shared, lanes }, palettes.light));
  const words = 'Nothing to draw in this time';
  expect(textsWith({ lines: [enough], ...scale }, { lines: [few], ...scale })).toContain(words);
  expect(textsWith({ lines: [enough], ...scale })).not.toContain(words);
});
