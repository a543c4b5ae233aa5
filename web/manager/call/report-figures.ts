import { reportStages } from '../../../model/messages/report-names.ts';
import type { CallAnswer } from '../../../model/query/call.ts';
import { type PanelTable, textCell } from '../tables/panel-table.ts';
import { formatCount, formatValue } from '../words/format-figure.ts';
import { failureName, stageName } from '../words/names.ts';

type Report = NonNullable<CallAnswer['report']>;

/** The stages of a set-up; talking is none. */
export const shownStages = reportStages.filter((stage) => stage !== 'talkingTimeMillis');

/** What a report counted, by its name; what it did not count is left out. */
export function countersOf(report: Report): [name: string, count: number][] {
  const counters: readonly [string, number | undefined][] = [
    ['Network path lost', report.iceConnectionsLost],
    ['Network path failed', report.iceConnectionsFailed],
    ['Connection failed', report.peerConnectionFailed],
    ['Network path restarted', report.iceRestarts],
    ['Longest time without packets, s', report.consecutiveNoPacketsSeconds],
    ['Longest time almost silent, s', report.consecutiveLowLevelSeconds],
  ];
  return counters.flatMap(([name, count]) => (count === undefined ? [] : [[name, count]]));
}

/** A row for what failed, for each stage, and for what was counted. */
export function tableOfReport(report: Report): PanelTable {
  return {
    columns: [{ name: 'What' }, { name: 'Value' }],
    rows: [
      ...report.failures.map((failure) => [textCell('Failed'), textCell(failureName(failure))]),
      ...shownStages.map((stage) => [
        textCell(`${stageName(stage)}, ms`),
        { text: formatValue('milliseconds', report[stage]), value: report[stage] },
      ]),
      ...countersOf(report).map(([name, count]) => [
        textCell(name),
        { text: formatCount(count), value: count },
      ]),
    ],
  };
}
