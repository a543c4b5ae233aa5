import type { ContactCall } from '../../../model/documents/contact-call.ts';
import { type PanelTable, type TableCell, textCell } from '../tables/panel-table.ts';
import { saidOfProblem } from '../words/explain-problem.ts';
import { formatValue, notMeasured } from '../words/format-figure.ts';
import { formatDuration, makeTimeFormat, viewerZone } from '../words/format-time.ts';
import { failureName, ratingNames, reasonName } from '../words/names.ts';

const time = makeTimeFormat(viewerZone);

/** A row for each agent's call of a contact. */
export function tableOfCallsOfContact(calls: readonly ContactCall[]): PanelTable {
  return {
    columns: [
      { name: 'Agent' },
      { name: 'Began' },
      { name: 'Talk', unit: 's' },
      { name: 'Rating' },
      { name: 'Why' },
      { name: 'Agent reported' },
      { name: 'MOS' },
      { name: 'Poor time', unit: '%' },
      { name: 'Loss to agent', unit: '%' },
      { name: 'Loss from agent', unit: '%' },
      { name: 'Round trip', unit: 'ms' },
      { name: 'Silent to agent', unit: 's' },
      { name: 'Silent from agent', unit: 's' },
      { name: 'Set-up report' },
      { name: 'Site' },
    ],
    rows: calls.map(rowOf),
  };
}

function rowOf(call: ContactCall): TableCell[] {
  const { toAgent, fromAgent } = call;
  const trip = fromAgent.roundTripTimeMillis?.avg;
  return [
    textCell(call.agent),
    { text: time.second(call.startedAt), value: call.startedAt },
    seconds(call.talkSeconds),
    { ...textCell(ratingNames[call.rating]), rating: call.rating },
    known(whyOf(call)),
    known(saidOfProblem(call)),
    { text: formatValue('mos', call.mos?.avg), value: call.mos?.avg },
    { text: formatValue('percent', call.poorPercent), value: call.poorPercent },
    { text: formatValue('percent', toAgent.packetsLostPercent), value: toAgent.packetsLostPercent },
    { text: formatValue('percent', fromAgent.packetsLostPercent), value: fromAgent.packetsLostPercent },
    { text: formatValue('milliseconds', trip), value: trip },
    seconds(toAgent.silentSeconds),
    seconds(fromAgent.silentSeconds),
    known(reportOf(call)),
    known(call.site),
  ];
}

function whyOf({ missed, failures, ratingReasons }: ContactCall): string | undefined {
  if (missed) return 'missed';
  if (failures.length > 0) return failures.map(failureName).join('; ');
  return ratingReasons.map(reasonName).join(', ') || undefined;
}

function reportOf({ reportArrived, setupFailed }: ContactCall): string {
  if (!reportArrived) return 'None arrived';
  return setupFailed ? 'Set-up failed' : 'Set up well';
}

function seconds(value: number | undefined): TableCell {
  return { text: value === undefined ? notMeasured : formatDuration(value), value };
}

function known(text: string | undefined): TableCell {
  return { text: text ?? notMeasured, value: text };
}
