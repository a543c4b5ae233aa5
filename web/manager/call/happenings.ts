import { warningNames } from '../../../dashboards/warning-names.ts';
import type { CallAnswer } from '../../../model/query/call.ts';
import { type PanelTable, textCell } from '../tables/panel-table.ts';
import { saidOfProblem } from '../words/explain-problem.ts';
import { formatDuration, makeTimeFormat, viewerZone } from '../words/format-time.ts';
import { eventName } from '../words/names.ts';

const time = makeTimeFormat(viewerZone);

const changeNames = {
  shown: 'Agent warned',
  cleared: 'Warning cleared',
  dismissed: 'Agent dismissed the warning',
} as const;

export type Happening = {
  readonly at: string;
  readonly text: string;
  readonly isFailure: boolean;
  /** Since the call began. */
  readonly afterSeconds: number;
};

/** What happened to a call, and what the agent API refused meanwhile, in the order of time. */
export function happenings(
  {
    startedAt,
    events,
    problem,
    warnings = [],
  }: Pick<CallAnswer['call'], 'startedAt' | 'events' | 'problem' | 'warnings'>,
  apiFailures: CallAnswer['apiFailures'],
): Happening[] {
  return [
    ...events.map(({ at, type }) => ({ at, text: eventName(type), isFailure: false })),
    ...warnings.map(({ at, kind, change }) => ({
      at,
      text: `${changeNames[change]}: ${warningNames[kind].toLowerCase()}`,
      isFailure: false,
    })),
    ...(problem
      ? [
          {
            at: problem.reportedAt,
            text: `The agent reported: ${saidOfProblem({ problem })}`,
            isFailure: true,
          },
        ]
      : []),
    ...apiFailures.map(({ at, name, httpStatus, errorType }) => ({
      at,
      text: `${name} failed: ${[httpStatus, errorType].filter(Boolean).join(' ') || 'no answer'}`,
      isFailure: true,
    })),
  ]
    .map((its) => ({ ...its, afterSeconds: (Date.parse(its.at) - Date.parse(startedAt)) / 1000 }))
    .sort((a, b) => a.afterSeconds - b.afterSeconds);
}

/** A row for each. */
export function tableOfHappenings(entries: readonly Happening[]): PanelTable {
  return {
    columns: [{ name: 'At' }, { name: 'What' }, { name: 'After', unit: 's' }],
    rows: entries.map(({ at, text, afterSeconds }) => [
      { text: time.second(at), value: at },
      textCell(text),
      { text: formatDuration(afterSeconds), value: afterSeconds },
    ]),
  };
}
