import fc from 'fast-check';
import { expect, test } from 'vitest';
import { poorCalls } from '../../dashboards/measures/calls.ts';
import { columnsAt } from './over-time.ts';
import { remainingColumns } from './remaining-columns.ts';

type Call = { readonly hour: number; readonly group: string | null; readonly isPoor: boolean };

const times = Array.from({ length: 4 }, (_, hour) => new Date(hour * 3_600_000).toISOString());

/** What the search service answers of some calls: only columns in which there are any. */
function histogramOf(calls: readonly Call[]) {
  const hours = [...new Set(calls.map(({ hour }) => hour))].sort();
  const buckets = hours.map((hour) => {
    const its = calls.filter((call) => call.hour === hour);
    return {
      key: hour * 3_600_000,
      key_as_string: times[hour],
      doc_count: its.length,
      poorCalls_part: { doc_count: its.filter(({ isPoor }) => isPoor).length },
      poorCalls_whole: { doc_count: its.length },
    };
  });
  return { overTime: { buckets } };
}

test('what the groups leave is what everything else has', () => {
  const call = fc.record({
    hour: fc.integer({ min: 0, max: 3 }),
    group: fc.constantFrom('a', 'b', null),
    isPoor: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(call, { maxLength: 30 }), (calls) => {
      const of = (group: string | null) => histogramOf(calls.filter((one) => one.group === group));
      const rest = remainingColumns(histogramOf(calls), [of('a'), of('b')], 'overTime');
      const columns = (bucket: object) => columnsAt({ ...bucket }, 'overTime', [poorCalls], times);
      expect(columns(rest)).toEqual(columns(of(null)));
    }),
  );
});
