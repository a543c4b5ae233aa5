import type { SavedObject } from '../saved-object.ts';
import type { SplitField } from '../split-field.ts';
import { vegaPicture } from './vega.ts';

/** So far back "never before" looks, and so many values are looked at. */
const weeksBefore = 4;
const mostValues = 1000;
const mostRows = 8;

const rangeStart = { '%timefilter%': 'min' };
const rangeEnd = { '%timefilter%': 'max' };

/** The values of a field that calls have in the time range, and that none had in the weeks before. */
export function firstSeen({ id, field, inTitle }: SplitField): SavedObject {
  return vegaPicture({
    id: `new-by-${id}`,
    title: `New: ${inTitle}`,
    description: `From where agents call in the time range, and did not in the ${weeksBefore} weeks before it. Where history is shorter than that, everything is new at its beginning.`,
    spec: {
      data: [valuesOf(field)],
      marks: [rows, noRows],
    },
  });
}

function valuesOf(field: string) {
  const from = { ...rangeStart, shift: -weeksBefore, unit: 'week' };
  return {
    name: 'values',
    url: {
      index: 'softphone-calls-*',
      body: {
        size: 0,
        query: {
          bool: {
            must: [
              '%dashboard_context-must_clause%',
              { range: { '@timestamp': { gte: from, lte: rangeEnd } } },
            ],
            filter: ['%dashboard_context-filter_clause%'],
            must_not: ['%dashboard_context-must_not_clause%'],
          },
        },
        aggs: {
          values: {
            terms: { field, size: mostValues },
            aggs: {
              before: { filter: { range: { '@timestamp': { lt: rangeStart } } } },
              first: { min: { field: '@timestamp' } },
            },
          },
        },
      },
    },
    format: { property: 'aggregations.values.buckets' },
    transform: [
      { type: 'filter', expr: 'datum.before.doc_count === 0' },
      {
        type: 'window',
        ops: ['row_number'],
        as: ['place'],
        sort: { field: 'doc_count', order: 'descending' },
      },
      { type: 'filter', expr: `datum.place <= ${mostRows}` },
    ],
  };
}

const rows = {
  type: 'text',
  from: { data: 'values' },
  style: 'guide-title',
  encode: {
    update: {
      y: { signal: 'datum.place * 22 - 6' },
      fontSize: { value: 13 },
      fontWeight: { value: 'normal' },
      limit: { signal: 'width' },
      text: {
        signal:
          "datum.key + ': ' + format(datum.doc_count, ',') + ' calls, the first on ' + timeFormat(datum.first.value, '%d %b %H:%M')",
      },
    },
  },
};

const noRows = {
  type: 'text',
  style: 'guide-title',
  encode: {
    update: {
      y: { value: 16 },
      fontSize: { value: 13 },
      fontWeight: { value: 'normal' },
      text: { signal: "length(data('values')) === 0 ? 'Nothing new' : ''" },
    },
  },
};
