import { type PanelTable, textCell } from '../tables/panel-table.ts';
import { formatDuration, makeTimeFormat, viewerZone } from '../words/format-time.ts';
import type { Story } from './lanes.ts';

const time = makeTimeFormat(viewerZone);

/** All that the axis of time shows, a row for each stretch. */
export function tableOfStory({ lanes }: Story): PanelTable {
  return {
    columns: [{ name: 'From' }, { name: 'What' }, { name: 'Was' }, { name: 'For', unit: 's' }],
    rows: lanes.flatMap(({ name, spans }) =>
      spans.map((span) => {
        const seconds = (span.to - span.from) / 1000;
        return [
          { text: time.second(span.from), value: new Date(span.from).toISOString() },
          textCell(name),
          textCell(span.name),
          { text: formatDuration(seconds), value: seconds },
        ];
      }),
    ),
  };
}
