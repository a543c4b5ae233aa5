import { use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { expect, test } from 'vitest';
import { defaultLimits } from '../../../model/quality/limits.ts';
import { makeChart, type Option } from './echarts.ts';
import { overTimeOption } from './over-time-option.ts';
import { palettes } from './palette.ts';
import { scaleOf } from './scales.ts';
import { lanes } from './timeline.ts';
import { timelineOption } from './timeline-option.ts';

use([SVGRenderer]);

/** Where these moments are drawn on each of the axes of time, in pixels from the left. */
function placesOf(option: Option, axes: number, moments: readonly number[]): number[][] {
  const chart = makeChart(null, null, { renderer: 'svg', ssr: true, width: 1000, height: 500 });
  chart.setOption(option);
  const places = Array.from({ length: axes }, (_, xAxisIndex) =>
    moments.map((at) => Number(chart.convertToPixel({ xAxisIndex }, at))),
  );
  chart.dispose();
  return places;
}

const second = 1000;

test('a moment of a call stands at the same place in every lane, however short the call is', () => {
  const points = [0, 1, 2, 3, 4].map((n) => [n * second, 1] as const);
  const seconds = {
    mos: points,
    lossPercent: points,
    roundTripTimeMillis: points,
    jitterMillis: points,
    audioLevel: points,
    gaps: [],
  };
  // As wide as times are, with one at either end.
  const times = { from: 0, to: 5 * second, marks: [], spans: [], formatTime: () => '13:22:25' };
  const option = timelineOption({ seconds, limits: defaultLimits, ...times }, palettes.light);
  const places = placesOf(option, lanes.length, [0, 2 * second, 5 * second]);
  // The grids' own left and right.
  expect(places).toEqual(lanes.map(() => [48, expect.closeTo(416, 6), 968]));
});

const hour = 3_600_000;

test.each([true, false])('a column of volume stands below its value; as columns: %s', (asColumns) => {
  const option = overTimeOption(
    {
      name: 'Poor calls',
      times: [0, hour, 2 * hour],
      end: 3 * hour,
      values: [1, 2, 3],
      ratings: ['good', 'good', 'good'],
      asColumns,
      hasLimits: false,
      volumeName: 'Calls',
      volumes: [1, 2, 3],
      scale: scaleOf('count', false),
      format: String,
      formatTick: String,
      formatTime: () => '',
    },
    palettes.light,
  );
  const [values, volumes] = placesOf(option, 2, [0, hour, 3 * hour]);
  expect(volumes).toEqual(values);
  expect(volumes?.[0]).toBe(56);
});
