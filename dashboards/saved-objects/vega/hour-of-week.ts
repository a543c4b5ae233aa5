import { defaultLimits } from '../../../model/quality/limits.ts';
import { conditionClause } from '../../measures/condition-clause.ts';
import type { Measure } from '../../measures/measure.ts';
import type { SavedObject } from '../saved-object.ts';
import { ratingColours } from '../tsvb/colours.ts';
import { asked, vegaPicture } from './vega.ts';

/** A cell that rests on fewer says nothing. */
const fewest = 5;

/** As Vega's `%a` writes them. */
const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** A share for each hour of the week, in the viewer's own time. Throws if the measure is no share with limits. */
export function hourOfWeek(measure: Measure): SavedObject {
  const limits = measure.limits?.(defaultLimits);
  const { formula } = measure;
  if (formula.kind !== 'share' || !limits) throw new Error(`${measure.id} is no share with limits`);
  return vegaPicture({
    id: `${measure.id}-by-hour-of-week`,
    title: `${measure.name} (%) by weekday and hour`,
    description: `${measure.means}\n\nIn your own time; hours with fewer than ${fewest} ${measure.restsOn} stay empty.`,
    spec: {
      data: [hoursOf(measure.index, formula.part, formula.whole)],
      scales: scalesOf([limits.fair, limits.poor]),
      axes: [
        { orient: 'bottom', scale: 'x', title: 'hour', labelOverlap: true },
        { orient: 'left', scale: 'y' },
      ],
      legends: [{ fill: 'rating', orient: 'bottom', direction: 'horizontal', title: `${measure.name}, %` }],
      marks: [cells(measure)],
    },
  });
}

type Share = Measure['formula'] & { kind: 'share' };

function hoursOf(kind: string, part: Share['part'], whole: Share['whole']) {
  return {
    name: 'hours',
    url: asked(kind, {
      size: 0,
      aggs: {
        hours: {
          date_histogram: { field: '@timestamp', fixed_interval: '1h', min_doc_count: 1 },
          aggs: { part: { filter: conditionClause(part) }, whole: { filter: conditionClause(whole) } },
        },
      },
    }),
    format: { property: 'aggregations.hours.buckets' },
    transform: [
      { type: 'formula', as: 'hour', expr: 'hours(datum.key)' },
      { type: 'formula', as: 'day', expr: "timeFormat(datum.key, '%a')" },
      {
        type: 'aggregate',
        groupby: ['day', 'hour'],
        fields: ['part.doc_count', 'whole.doc_count'],
        ops: ['sum', 'sum'],
        as: ['part', 'whole'],
      },
      { type: 'filter', expr: `datum.whole >= ${fewest}` },
      { type: 'formula', as: 'share', expr: '100 * datum.part / datum.whole' },
    ],
  };
}

function scalesOf(limits: readonly [number, number]) {
  const hours = Array.from({ length: 24 }, (_, hour) => hour);
  return [
    { name: 'x', type: 'band', domain: hours, range: 'width', padding: 0.05 },
    { name: 'y', type: 'band', domain: days, range: 'height', padding: 0.05 },
    {
      name: 'rating',
      type: 'threshold',
      domain: limits,
      range: [ratingColours.good, ratingColours.fair, ratingColours.poor],
    },
  ];
}

function cells({ restsOn }: Measure) {
  return {
    type: 'rect',
    from: { data: 'hours' },
    encode: {
      update: {
        x: { scale: 'x', field: 'hour' },
        y: { scale: 'y', field: 'day' },
        width: { scale: 'x', band: 1 },
        height: { scale: 'y', band: 1 },
        fill: { scale: 'rating', field: 'share' },
        tooltip: {
          signal: `datum.day + ' ' + datum.hour + ':00: ' + format(datum.share, '.1f') + ' % of ' + datum.whole + ' ${restsOn}'`,
        },
      },
    },
  };
}
