import { expect, test } from 'vitest';
import { csvOfTable } from '../tables/panel-table.ts';
import { happenings, tableOfHappenings } from './happenings.ts';

const at = (second: number) => new Date(Date.parse('2026-03-04T10:00:00Z') + second * 1000).toISOString();

test('what happened and what was refused stand in one order of time, each with how long after the beginning', () => {
  const call = {
    startedAt: at(0),
    events: [
      { at: at(0), type: 'rung' as const },
      { at: at(65), type: 'ended' as const },
    ],
    warnings: [{ kind: 'delay' as const, change: 'shown' as const, at: at(31) }],
    problem: { symptoms: ['oneWay' as const], reportedAt: at(70), words: 'She heard me' },
  };
  const refused = [{ at: at(4), name: 'acceptContact', kind: 'failure' as const, httpStatus: 500 }];
  const entries = happenings(call, refused as never);
  expect(entries.map(({ afterSeconds, isFailure }) => [afterSeconds, isFailure])).toEqual([
    [0, false],
    [4, true],
    [31, false],
    [65, false],
    [70, true],
  ]);
  expect(entries[2]?.text).toBe('Agent warned: delay');
  expect(entries.at(-1)?.text).toBe('The agent reported: one-way sound. “She heard me”');
  const [, , second] = csvOfTable(tableOfHappenings(entries)).split('\r\n');
  expect(second).toBe(`"${at(4)}","acceptContact failed: 500",4`);
});
