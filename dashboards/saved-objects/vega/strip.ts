import { ratingColours } from '../tsvb/colours.ts';

export type Strip = {
  /** 0 is at the head. */
  readonly place: 0 | 1 | 2 | 3;
  readonly column: string;
  readonly title: string;
  readonly type: 'bars' | 'line';
  readonly colour: string;
  readonly limits?: { readonly fair: number; readonly poor: number };
};

const strips = 4;
const gap = 14;

/** How high each of the strips is, as a Vega expression. */
export const stripHeight = `max(20, (height - ${(strips - 1) * gap}) / ${strips})`;

/** One figure of the data set `samples` over the seconds, on the scale `x`; one of four under each other. */
export function strip({ place, column, title, type, colour, limits }: Strip) {
  const isLowest = place === strips - 1;
  return {
    type: 'group',
    encode: {
      update: {
        y: { signal: `${place} * (stripHeight + ${gap})` },
        width: { signal: 'width' },
        height: { signal: 'stripHeight' },
      },
    },
    scales: [
      {
        name: 'y',
        type: 'linear',
        range: [{ signal: 'stripHeight' }, 0],
        nice: true,
        zero: true,
        domain: { fields: [[0, limits?.fair ?? 1], { data: 'samples', field: column }] },
      },
    ],
    axes: [
      { orient: 'left', scale: 'y', title, tickCount: 4, grid: true },
      { orient: 'bottom', scale: 'x', labels: isLowest, ...(isLowest ? { title: 'second' } : {}) },
    ],
    marks: [
      {
        type: 'group',
        clip: true,
        encode: { update: { width: { signal: 'width' }, height: { signal: 'stripHeight' } } },
        marks: [...limitLines(limits), ...(type === 'bars' ? [bars(column, colour)] : line(column, colour))],
      },
    ],
  };
}

function limitLines(limits: Strip['limits']) {
  if (!limits) return [];
  return (['fair', 'poor'] as const).map((rating) => ({
    type: 'rule',
    encode: {
      update: {
        x2: { signal: 'width' },
        y: { scale: 'y', value: limits[rating] },
        stroke: { value: ratingColours[rating] },
        strokeDash: { value: [4, 4] },
      },
    },
  }));
}

const tooltip = (column: string) => ({
  signal: `{'second': format(datum.second, '.0f'), '${column}': datum.${column}}`,
});

function bars(column: string, colour: string) {
  return {
    type: 'rect',
    from: { data: 'samples' },
    encode: {
      update: {
        x: { scale: 'x', field: 'second', offset: -3 },
        width: { value: 6 },
        y: { scale: 'y', signal: `datum.${column} || 0` },
        y2: { scale: 'y', value: 0 },
        fill: { value: colour },
        tooltip: tooltip(column),
      },
    },
  };
}

/** Not over seconds without a measurement. */
function line(column: string, colour: string) {
  const known = `isValid(datum.${column})`;
  const at = { x: { scale: 'x', field: 'second' }, y: { scale: 'y', field: column } };
  return [
    {
      type: 'line',
      from: { data: 'samples' },
      encode: {
        update: {
          ...at,
          defined: { signal: known },
          stroke: { value: colour },
          strokeWidth: { value: 2 },
        },
      },
    },
    {
      type: 'symbol',
      from: { data: 'samples' },
      encode: {
        update: {
          ...at,
          size: { signal: `${known} ? 24 : 0` },
          fill: { value: colour },
          tooltip: tooltip(column),
        },
      },
    },
  ];
}
