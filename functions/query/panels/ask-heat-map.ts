import type { HeatMapPanel } from '../../../dashboards/panels/panel.ts';
import type { Interval } from '../../../model/query/interval.ts';
import { toWallClock } from '../../../model/query/zone.ts';
import { type Bucket, bucketsAt, numberAt } from '../bucket.ts';
import { ignoredBy } from '../conditions.ts';
import { aggregationsOf, figuresOf } from '../measure-aggregation.ts';
import { tidy } from '../over-time.ts';
import { histogram } from './histogram.ts';
import type { Cut } from './panel-search.ts';
import { type Asked, figureSearch, type Question } from './question.ts';

const hourly: Interval = { name: '1h', millis: 3_600_000, calendar: false };
const weekdays = 7;
const hoursOfDay = 24;

/** A measure by weekday and hour: each hour of the range is asked for, and those of the same name are put together here. */
export function askHeatMap({ measure }: HeatMapPanel, { filters }: Asked): Question {
  const hours: Cut = { name: 'hourly', clause: histogram(hourly, filters.zone) };
  return {
    searches: [figureSearch(measure, filters, aggregationsOf([measure]), hours)],
    read: ([answer = {}]) => {
      const cells = cellsOf(answer, filters.zone).map((row) =>
        row.map((buckets) => figuresOf([measure], ...buckets)[measure.id]),
      );
      return {
        kind: 'heatMap',
        measure: measure.id,
        values: cells.map((row) => row.map((figure) => tidy(figure?.value ?? null))),
        restsOn: cells.map((row) => row.map((figure) => figure?.restsOn ?? 0)),
        ignoredFilters: ignoredBy(measure.index, filters),
      };
    },
  };
}

/** The hours of the range, by weekday (Monday first) and hour of the zone. */
function cellsOf(answer: Bucket, zone: string): Bucket[][][] {
  const cells = Array.from({ length: weekdays }, () =>
    Array.from({ length: hoursOfDay }, (): Bucket[] => []),
  );
  for (const bucket of bucketsAt(answer, 'hourly')) {
    const wall = new Date(toWallClock(zone, numberAt(bucket, 'key') ?? 0));
    cells[(wall.getUTCDay() + 6) % weekdays]?.[wall.getUTCHours()]?.push(bucket);
  }
  return cells;
}
