import { expect, test } from 'vitest';
import { joinContact } from '../../../model/documents/join-contact.ts';
import { contactRow } from '../../../model/query/contacts.ts';
import { buildContactCall, buildContactRecordPart } from '../../../test/contact-builders.ts';
import { csvOfList } from '../list/csv-of-list.ts';
import { tableOfList } from '../list/table-of-list.ts';
import { contactColumns } from './columns.tsx';
import { contactsList } from './contacts-list.ts';

const record = buildContactRecordPart({ queueSeconds: 12, nativeQuality: { agent: { score: 2.5 } } });
const joined = joinContact({
  record,
  calls: [buildContactCall({ agent: 'ana.silva', rating: 'poor', ratingReasons: ['loss'] })],
  steps: [],
  agentEvents: [],
});
const whole = contactRow.parse({ ...joined, verdict: { fault: 'siteOrIsp', rule: 'severalOfSite' } });
const bare = contactRow.parse({ ...buildContactRecordPart({ channel: 'CHAT' }), hasStatistics: false });

/** Of a file: the cells of a row by their heading. */
function cellsOf(n: number): Record<string, string | undefined> {
  const [head = [], ...rows] = csvOfList([whole, bare], contactColumns)
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
  return Object.fromEntries(head.map((name, i) => [name.replaceAll('"', ''), rows[n]?.[i]]));
}

test('a file has times in UTC, figures without units, and Connect’s names in words', () => {
  expect(cellsOf(0)).toMatchObject({
    'Began (UTC)': `"${record.initiatedAt}"`,
    Rating: '"Poor"',
    Verdict: '"Site or provider"',
    'Disconnect reason': '"Customer hung up"',
    'In the queue (s)': '12',
    'Connect’s score of the agent': '2.5',
    'No statistics because': '',
  });
});

test('what is not known is empty, and why there are no statistics is said', () => {
  expect(cellsOf(1)).toMatchObject({
    Rating: '',
    Verdict: '',
    MOS: '',
    'In the queue (s)': '',
    'No statistics because': '"only voice contacts have any"',
  });
});

test('a picture colours the rating', () => {
  const rating = contactColumns.filter(({ id }) => id === 'rating');
  expect(tableOfList([whole, bare], rating).rows).toEqual([
    [{ text: 'Poor', value: 'Poor', rating: 'poor' }],
    [{ text: '–', value: undefined }],
  ]);
});

test('the list’s usual columns are among all columns, and each can be told from the others', () => {
  const ids = contactColumns.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(contactsList.usual.every((id) => ids.includes(id))).toBe(true);
});
