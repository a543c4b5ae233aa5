import { gunzipSync } from 'node:zlib';
import { Client } from '@opensearch-project/opensearch';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeWfmPart, type WfmPartDeps } from '../../functions/deliver/make-wfm-part.ts';
import type { Ask, Clause } from '../../functions/query/ask.ts';
import { askSearch } from '../../functions/query/ask-search.ts';
import { setUpSearch } from '../../functions/setup/set-up-search.ts';
import { wfmFiles } from '../../model/wfm/files.ts';
import { storedOf } from './collect-wfm.ts';
import { goldenDay, goldenEvents, goldenNow, goldenRecords, goldenSettings } from './golden-day.ts';
import { goldenFiles } from './golden-files.ts';

const search = new Client({ node: process.env.OPENSEARCH_URL ?? 'http://127.0.0.1:9200' });
/** Other tests have theirs beside. */
const instanceId = 'd0c0ffee-3b1a-4c68-9d2e-5a4b8c6d1e0f';
const indices = ['connect-contacts-2003.11', 'connect-agent-events-2003.11.05'] as const;
/** Undefined of what an agent is in last, which no file is made of. */
function indexOf(place: string): string | undefined {
  if (place.startsWith('connect-contacts-')) return indices[0];
  return place.startsWith('connect-agent-events-') ? indices[1] : undefined;
}

const ask: Ask = (searches) =>
  askSearch(search)(
    searches.map(({ index, body }) => {
      const filter = [body.query as Clause, { term: { instanceId } }];
      return { index, body: { ...body, query: { bool: { filter } } } };
    }),
  );

beforeAll(async () => {
  await setUpSearch(search);
  const stored = await storedOf(goldenRecords, goldenEvents, goldenNow);
  const lines = stored.flatMap(([place, document]) => {
    const index = indexOf(place);
    return index ? [{ index: { _index: index, _id: place } }, { ...(document as object), instanceId }] : [];
  });
  const { body } = await search.bulk({ body: lines, refresh: 'true' });
  expect(body.errors).toBe(false);
});
afterAll(() => search.indices.delete({ index: indices.join(), ignore_unavailable: true }));

test('the golden day is found hour by hour, and its files put together are those worked out by hand', async () => {
  const deps: WfmPartDeps = {
    config: { wfm: goldenSettings, retentionDays: 90, retentionDaysByKind: {} },
    ask,
    now: () => goldenNow,
  };
  const files = Object.fromEntries(wfmFiles.map((file) => [file, '']));
  for (let from: string | undefined, isDone = false; !isDone; ) {
    const part = await makeWfmPart({ day: goldenDay, from }, deps);
    for (const file of wfmFiles)
      files[file] += gunzipSync(Buffer.from(part.files[file].gzip, 'base64')).toString();
    from = part.next;
    isDone = from === undefined;
  }
  expect(files).toEqual(goldenFiles());
});
