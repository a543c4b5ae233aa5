import type { LastCheck } from '../../../model/query/last-checks.ts';
import { type PanelTable, textCell } from '../tables/panel-table.ts';
import { makeTimeFormat, viewerZone } from '../words/format-time.ts';
import { valueName } from '../words/value-name.ts';
import { adviceOf, faultWords, outcomeNames } from './check-words.ts';

const time = makeTimeFormat(viewerZone);

/** A row per agent whose last check was not good. */
export function tableOfChecks(checks: readonly LastCheck[]): PanelTable {
  return {
    columns: [
      'Agent',
      'Site',
      'Routing profile',
      'Last check',
      'Outcome',
      'What did not pass',
      'Tell IT',
    ].map((name) => ({ name })),
    rows: checks.map((its) => [
      textCell(valueName('agent', its.agent)),
      textCell(valueName('site', its.site)),
      textCell(valueName('routingProfile', its.routingProfile)),
      { text: time.dayAndTime(its.at), value: its.at },
      textCell(outcomeNames[its.outcome]),
      textCell(its.faults.map(faultWords).join('; ')),
      textCell(adviceOf(its).join(' ')),
    ]),
  };
}
