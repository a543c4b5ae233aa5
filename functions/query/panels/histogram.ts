import type { Interval } from '../../../model/query/interval.ts';
import type { Clause } from '../ask.ts';

/** Columns in a zone's days and hours, those only in which something happened: `columnTimes` knows the others. */
export function histogram(interval: Interval, zone: string): Clause {
  const width = interval.calendar ? 'calendar_interval' : 'fixed_interval';
  return {
    date_histogram: { field: '@timestamp', [width]: interval.name, time_zone: zone, min_doc_count: 1 },
  };
}
