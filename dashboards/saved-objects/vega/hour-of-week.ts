import { defaultLimits } from '../../../model/quality/limits.ts';
import { type Rating, ratings } from '../../../model/quality/rating.ts';
import { leastChance } from '../../judge-cell.ts';
import { fewestInColumn } from '../../judge-figure.ts';
import { conditionClause } from '../../measures/condition-clause.ts';
import type { Measure } from '../../measures/measure.ts';
import type { SavedObject } from '../saved-object.ts';
import { ratingColours } from '../tsvb/colours.ts';
import { asked, vegaPicture } from './vega.ts';

/** A cell that rests on fewer says nothing. */
const fewest = fewestInColumn;

/** As Vega's `%a` writes them. */
const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** A share for each hour of the week, in the viewer's own time. Throws if the measure is no share with limits, low ones of which are good. */
export function hourOfWeek(measure: Measure): SavedObject {
  const limits = measure.limits?.(defaultLimits);
  const { formula } = measure;
  if (formula.kind !== 'share' || !limits || measure.better !== 'lower')
    throw new Error(`${measure.id} is no share with limits that a high one is beyond`);
  const { words, rating } = ratingOf(limits, measure.minimumCount);
  return vegaPicture({
    id: `${measure.id}-by-hour-of-week`,
    title: `${measure.name} (%) by weekday and hour`,
    description: `${measure.means}\n\nIn your own time; hours with fewer than ${fewest} ${measure.restsOn} stay empty, and those that chance alone may have put beyond a limit are grey.`,
    spec: {
      data: [hoursOf(measure.index, formula, rating)],
      scales: scalesOf(words),
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

/**
 * The words for a cell by its colour, and the expression that gives them. As `judgeCell` has it (judge-cell.ts), but where
 * Vega cannot add up the tail of the distribution it takes Chernoff's bound of it (W. Hoeffding, "Probability Inequalities
 * for Sums of Bounded Random Variables", theorem 1): some cells less are coloured, and none that `judgeCell` would not.
 */
function ratingOf({ fair, poor }: { fair: number; poor: number }, minimumCount: number) {
  const words = {
    good: `up to ${fair} %`,
    fair: `more than ${fair} %`,
    poor: `more than ${poor} %`,
    unclassified: 'perhaps more',
  };
  const isSurelyBeyond = (percent: number) => {
    const [s, p] = ['datum.share / 100', percent / 100];
    const rest = `(datum.share < 100 ? (1 - ${s}) * log((1 - ${s}) / ${1 - p}) : 0)`;
    return `datum.share > ${percent} && datum.whole * (${s} * log(${s} / ${p}) + ${rest}) > ${-leastChance}`;
  };
  const otherwise = `datum.share <= ${fair} && datum.whole >= ${minimumCount} ? '${words.good}' : '${words.unclassified}'`;
  const rating = `${isSurelyBeyond(poor)} ? '${words.poor}' : ${isSurelyBeyond(fair)} ? '${words.fair}' : ${otherwise}`;
  return { words, rating };
}

function hoursOf(kind: string, { part, whole }: Pick<Share, 'part' | 'whole'>, rating: string) {
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
      { type: 'formula', as: 'rating', expr: rating },
    ],
  };
}

function scalesOf(words: Readonly<Record<Rating, string>>) {
  const hours = Array.from({ length: 24 }, (_, hour) => hour);
  return [
    { name: 'x', type: 'band', domain: hours, range: 'width', padding: 0.05 },
    { name: 'y', type: 'band', domain: days, range: 'height', padding: 0.05 },
    {
      name: 'rating',
      type: 'ordinal',
      domain: ratings.map((rating) => words[rating]),
      range: ratings.map((rating) => ratingColours[rating]),
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
        fill: { scale: 'rating', field: 'rating' },
        tooltip: {
          signal: `datum.day + ' ' + datum.hour + ':00: ' + format(datum.share, '.1f') + ' % of ' + datum.whole + ' ${restsOn}'`,
        },
      },
    },
  };
}
