import type { ContactFlowStep } from '../../../model/documents/contact-flow.ts';
import { type PanelTable, textCell } from '../tables/panel-table.ts';
import { formatDuration, makeTimeFormat, viewerZone } from '../words/format-time.ts';

const time = makeTimeFormat(viewerZone);

/** A row for each step of the flow, by Amazon Connect's own names. */
export function tableOfFlow(flow: readonly ContactFlowStep[]): PanelTable {
  return {
    columns: [
      { name: 'At' },
      { name: 'Flow' },
      { name: 'Block' },
      { name: 'Failed' },
      { name: 'Until the next', unit: 's' },
      { name: 'Parameters' },
    ],
    rows: flow.map(({ at, flowName, moduleType, failed, seconds, parameters }) => [
      { text: time.second(at), value: at },
      textCell(flowName ?? ''),
      textCell(moduleType),
      textCell(failed ? 'yes' : 'no'),
      { text: seconds === undefined ? '' : formatDuration(seconds), value: seconds },
      textCell(parameters?.join(', ') ?? ''),
    ]),
  };
}
