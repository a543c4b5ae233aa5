import type { CallDocument } from '../../../model/documents/call.ts';
import type { CallReportDocument } from '../../../model/documents/call-report.ts';
import { reportStages } from '../../../model/messages/report-names.ts';
import { type Expected, percentileOf, percentOf } from './expected.ts';

/** The stages' measures, by their ids, from the reports within the calls. */
export const stageMeasures: Readonly<Record<string, (calls: readonly CallDocument[]) => Expected>> =
  Object.assign(
    {},
    ...reportStages.map((stage) => {
      const id = stage.replace('TimeMillis', '');
      const percentile = (percent: number) => (calls: readonly CallDocument[]) =>
        percentileOf(
          calls.flatMap((call) => call.parts.report?.[stage] ?? []),
          percent,
          // HdrHistogram with two digits; and the search service keeps whole milliseconds.
          (truth) => ({ least: 0.99 * truth - 1, most: 1.01 * truth + 1 }),
        );
      return { [`${id}Median`]: percentile(50), [`${id}P95`]: percentile(95) };
    }),
  );

/** The measures of reports, by their ids. */
export const reportMeasures: Readonly<Record<string, (reports: readonly CallReportDocument[]) => Expected>> =
  {
    iceRestarts: (reports) => happened(reports.map((report) => report.iceRestarts)),
    connectionsLost: (reports) => happened(reports.map((report) => report.iceConnectionsLost)),
  };

function happened(times: readonly (number | undefined)[]): Expected {
  const known = times.filter((count) => count !== undefined);
  return percentOf(known.filter((count) => count > 0).length, known.length);
}
