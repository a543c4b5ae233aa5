import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { type WfmFile, wfmFiles, wfmHeaders } from '../../model/wfm/files.ts';
import type { Ask, Search, SearchAnswer } from '../query/ask.ts';
import { makeWfmPart, type WfmPartDeps } from './make-wfm-part.ts';

/** Berlin's clocks go forward on this day. */
const day = '2026-03-29';
const wfm = { zone: 'Europe/Berlin', serviceLevelSeconds: 20, shortCallSeconds: 5 };
const nothing: SearchAnswer = { hits: { hits: [] } };

function setUp(now: string, answer: (search: Search) => SearchAnswer = () => nothing) {
  const asked: Search[] = [];
  const ask: Ask = async (searches) => {
    asked.push(...searches);
    return searches.map(answer);
  };
  const config = { wfm, retentionDays: 90, retentionDaysByKind: { 'connect-agent-events': 30 } };
  const deps: WfmPartDeps = { config, ask, now: () => Date.parse(now) };
  return { asked, deps };
}

const textOf = ({ gzip }: { gzip: string }) => gunzipSync(Buffer.from(gzip, 'base64')).toString();

test('a day of 23 hours is 23 parts, of which the first has the headers', async () => {
  const { deps } = setUp('2026-04-10T00:00:00Z');
  const whole = Object.fromEntries(wfmFiles.map((file) => [file, '']));
  const ends: string[] = [];
  for (let from: string | undefined, isDone = false; !isDone; ) {
    const part = await makeWfmPart({ day, from }, deps);
    for (const file of wfmFiles) whole[file] += textOf(part.files[file]);
    ends.push(part.until);
    from = part.next;
    isDone = from === undefined;
  }
  expect(ends).toHaveLength(23);
  expect(ends.at(-1)).toBe('2026-03-29T22:00:00.000Z');
  const headers = wfmFiles.map((file: WfmFile) => [
    file,
    `${wfmHeaders[file].map((name) => `"${name}"`).join()}\r\n`,
  ]);
  expect(whole).toEqual(Object.fromEntries(headers));
});

test('of a day that is not over there are the intervals that are', async () => {
  const { deps } = setUp('2026-03-29T00:44:59Z');
  const part = await makeWfmPart({ day, from: '2026-03-29T00:00:00.000Z' }, deps);
  expect(part).toMatchObject({ until: '2026-03-29T00:30:00.000Z' });
  expect(part.next).toBeUndefined();
});

test('events of before say what agents were in at the beginning', async () => {
  const { deps, asked } = setUp('2026-04-10T00:00:00Z');
  await makeWfmPart({ day }, deps);
  expect(asked.map(({ index }) => index)).toEqual(['connect-contacts-*', 'connect-agent-events-*']);
  expect(asked[1]?.body.query).toEqual({
    range: { '@timestamp': { gte: '2026-03-28T22:55:00.000Z', lt: '2026-03-29T00:00:00.000Z' } },
  });
});

test('more than a page is asked for until it ends', async () => {
  const contact = (number: number) => ({
    _source: {
      contactId: `c${number}`,
      updatedAt: '2026-03-30T00:00:00.000Z',
      initiatedAt: '2026-03-28T23:10:00.000Z',
    },
    sort: [number],
  });
  const { deps, asked } = setUp('2026-04-10T00:00:00Z', ({ index, body }) => {
    if (!index.startsWith('connect-contacts')) return nothing;
    const [after = 0] = (body.search_after ?? []) as number[];
    const size = Math.min(10_000, 10_001 - after);
    return { hits: { hits: Array.from({ length: size }, (_, i) => contact(after + i + 1)) } };
  });
  const { files } = await makeWfmPart({ day }, deps);
  expect(files.contacts.rows).toBe(10_001);
  expect(asked).toHaveLength(3);
});

test.each([
  [
    '2026-03-29',
    undefined,
    'No interval of 2026-03-29 is over yet in Europe/Berlin.',
    '2026-03-28T23:14:59Z',
  ],
  ['2026-03-29', undefined, 'the retention is 30 days', '2026-04-28T00:00:00Z'],
  ['2026-03-29', '2026-03-29T00:01:00Z', 'begins there', '2026-04-10T00:00:00Z'],
  ['2026-03-29', '2026-03-29T22:00:00Z', 'begins there', '2026-04-10T00:00:00Z'],
  ['2026-03-29', '2026-03-28T22:45:00Z', 'begins there', '2026-04-10T00:00:00Z'],
])('%s from %s is refused: %s', async (asked, from, message, now) => {
  const { deps } = setUp(now);
  await expect(makeWfmPart({ day: asked, from }, deps)).rejects.toThrow(message);
});

test.each([
  { _shards: { failed: 1 } },
  { _shards: { total: 2, successful: 1, failed: 0 } },
  { timed_out: true },
])('of an answer that lacks something no file is made: it would look whole (%j)', async (lack) => {
  const { deps } = setUp('2026-04-10T00:00:00Z', () => ({ ...nothing, ...lack }));
  await expect(makeWfmPart({ day }, deps)).rejects.toMatchObject({ kind: 'unavailable' });
});
