import { expect, test } from 'vitest';
import { csvOfTable } from './panel-table.ts';
import { tableOfContacts } from './table-of-contacts.ts';

const contactId = 'c0ffee00-0000-4000-8000-000000000001';
const at = '2026-11-18T10:00:00.000Z';

test('our figures stand beside Amazon Connect’s scores; what was not measured is no zero', () => {
  const contacts = [
    {
      initiatedAt: at,
      contactId,
      agent: 'ana.silva',
      contactQueue: 'Billing',
      nativeQuality: { agent: { score: 2.5 } },
    },
  ];
  const [, row] = csvOfTable(tableOfContacts({ contacts })).slice(1).trimEnd().split('\r\n');
  expect(row).toBe(`"${at}","${contactId}","ana.silva","Billing",,,,2.5,,`);
  const [cells] = tableOfContacts({ contacts }).rows;
  expect(cells?.slice(4).map(({ text }) => text)).toEqual(['–', '–', '–', '2.50', '–', '–']);
});
