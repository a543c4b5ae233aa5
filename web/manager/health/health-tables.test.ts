import { expect, test } from 'vitest';
import { csvOfTable, type PanelTable } from '../tables/panel-table.ts';
import { tableOfFailedRecords, tableOfIndices, tableOfMessages, tableOfNewest } from './health-tables.ts';

const lines = (table: PanelTable) => csvOfTable(table).slice(1).trimEnd().split('\r\n').slice(1);
const at = '2026-03-04T10:00:00.000Z';

test('what never came has no instant, and a reason that is not known is none', () => {
  const newest = [
    { kind: 'softphone-calls', at },
    { kind: 'softphone-call-reports', at: null },
  ] as const;
  expect(lines(tableOfNewest({ newest: [...newest], pageVersions: [], users: 1 }))).toEqual([
    `"softphone-calls","${at}"`,
    '"softphone-call-reports",',
  ]);
  const records = { count: 1, more: false, newest: [{ at, key: 'a/b', reason: null }] };
  expect(lines(tableOfFailedRecords(records))).toEqual([`"${at}","a/b","–"`]);
});

test('messages are counted by route and reason, sizes in bytes', () => {
  const none = { accepted: [], queued: [], failed: [], setAside: [] };
  const rejected = [{ route: 'softphone-stats', reason: 'notJson', count: 3 }];
  expect(lines(tableOfMessages({ hours: 24, ...none, rejected }))).toEqual([
    '"Rejected","softphone-stats: not JSON",3',
  ]);
  const index = { kind: 'softphone-calls', count: 2, oldest: 'a', newest: 'b', documents: 5, bytes: 123_456 };
  const search = { status: 'green', nodes: 1, totalBytes: 1, freeBytes: 1, indices: [index] } as const;
  expect(lines(tableOfIndices({ ...search, indices: [index] }))).toEqual([
    '"softphone-calls",2,"a","b",5,123456',
  ]);
});
