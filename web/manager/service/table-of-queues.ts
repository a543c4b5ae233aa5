import { calls, poorTime } from '../../../dashboards/measures/calls.ts';
import type { QueueNow } from '../../../model/query/queues-now.ts';
import { columnOf, isCount } from '../tables/measure-column.ts';
import { type PanelTable, textCell } from '../tables/panel-table.ts';
import { formatFigure } from '../words/format-figure.ts';
import { valueName } from '../words/value-name.ts';
import { queueColumns, queueFigure } from './queue-columns.ts';

/** How the calls of a queue's last minutes sounded. */
export const soundMeasures = [calls, poorTime] as const;

/** A row per queue and channel, as they stand. */
export function tableOfQueues(queues: readonly QueueNow[]): PanelTable {
  return {
    columns: [
      { name: 'Queue' },
      { name: 'Channel' },
      ...queueColumns.map(({ name, unit }) => ({ name, ...(unit ? { unit } : {}) })),
      ...soundMeasures.map((measure) => columnOf(measure, 'Last 15 minutes')),
    ],
    rows: queues.map((its) => [
      textCell(valueName('queue', its.queue)),
      textCell(its.channel),
      ...queueColumns.map((column) => ({
        text: queueFigure(column, its),
        value: column.of(its) ?? undefined,
      })),
      ...soundMeasures.map((measure) => {
        const figure = its.sound?.[measure.id];
        return {
          text: formatFigure(measure, figure),
          value: figure?.value ?? undefined,
          ...(isCount(measure) ? {} : { restsOn: figure?.restsOn ?? 0 }),
        };
      }),
    ]),
  };
}
