import { Client } from '@opensearch-project/opensearch';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDocumentStore } from '../../functions/clients/document-store.ts';
import { type JudgeDeps, judgeContacts } from '../../functions/judge/judge-contacts.ts';
import type { Ask } from '../../functions/query/ask.ts';
import { askSearch } from '../../functions/query/ask-search.ts';
import { setUpSearch } from '../../functions/setup/set-up-search.ts';
import { randomOf } from '../../local/fleet/random.ts';
import { defaultVerdictLimits } from '../../model/verdict/limits.ts';
import { type FleetCall, fleetHour } from './fleet.ts';
import { callDocumentOf, contactOf, fleetInstanceId } from './fleet-documents.ts';
import { judgeInMemory } from './judge-in-memory.ts';

const search = new Client({ node: process.env.OPENSEARCH_URL ?? 'http://127.0.0.1:9200' });
const callsIndex = 'softphone-calls-2003.07.08';
const contactsIndex = 'connect-contacts-2003.07';

beforeAll(() => setUpSearch(search));
afterAll(() => search.indices.delete({ index: `${callsIndex},${contactsIndex}`, ignore_unavailable: true }));

/** The fleet's documents alone: other tests have theirs beside. */
const ask: Ask = (searches) =>
  askSearch(search)(
    searches.map(({ index, body }) => {
      const filter = [body.query, { term: { instanceId: fleetInstanceId } }];
      return { index, body: { ...body, query: { bool: { filter } } } };
    }),
  );

const counted: number[] = [];
const deps: JudgeDeps = {
  ask,
  store: makeDocumentStore(search),
  limits: defaultVerdictLimits,
  telemetry: { count: (_, count) => void counted.push(count), warn: () => {} },
};
const later = () => Date.now() + 60_000;

async function store(calls: readonly FleetCall[], now: string, what: { contacts: boolean }): Promise<void> {
  const stored = await Promise.all(calls.map((call) => callDocumentOf(call)));
  const lines = calls.flatMap((call, i) => {
    const document = stored[i];
    const contact = what.contacts ? [{ ...contactOf(call, document), joinedAt: now }] : [];
    return [
      ...(document
        ? [{ index: { _index: callsIndex, _id: call.contactId } }, { ...document, receivedAt: now }]
        : []),
      ...contact.flatMap((its) => [{ index: { _index: contactsIndex, _id: call.contactId } }, its]),
    ];
  });
  await search.bulk({ body: lines, refresh: 'true' });
}

async function run(now: string): Promise<number> {
  counted.length = 0;
  await judgeContacts(deps, new Date(now), later());
  await search.indices.refresh({ index: contactsIndex });
  return counted.reduce((sum, count) => sum + count, 0);
}

async function verdicts(): Promise<Record<string, unknown>> {
  const { body } = await search.search({
    index: contactsIndex,
    body: { size: 1000, query: { exists: { field: 'verdict.fault' } } },
  });
  const hits = body.hits.hits as unknown as readonly { _id: string; _source: { verdict: object } }[];
  return Object.fromEntries(
    hits.map(({ _id, _source: { verdict } }) => {
      const { judgedAt: _, ...said } = verdict as { judgedAt: string };
      return [_id, said];
    }),
  );
}

test('contacts are judged by what is stored, the same in whatever order it came', async () => {
  const calls = fleetHour(1, 'network of a site');
  const expected = await judgeInMemory(calls);
  expect(expected.length).toBeGreaterThan(10);
  const random = randomOf(1, 'arrival');
  const late = calls.filter(() => random.chance(0.4));
  const early = calls.filter((call) => !late.includes(call));
  const end = Math.max(...calls.map(({ endedAt }) => endedAt));
  const at = (minutes: number) => new Date(end + minutes * 60_000).toISOString();

  await store(early, at(0), { contacts: true });
  expect(await run(at(1))).toBeGreaterThan(0);
  // Neighbours without a contact record, too, move verdicts, also after hours without a run; and then the rest of the contacts.
  await store(late, at(60), { contacts: false });
  expect(await run(at(300))).toBeGreaterThan(0);
  await store(late, at(360), { contacts: true });
  await run(at(361));
  const whole = Object.fromEntries(expected.map(({ call, verdict }) => [call.contactId, verdict]));
  expect(await verdicts()).toEqual(JSON.parse(JSON.stringify(whole)));
  expect(await run(at(362))).toBe(0);
});
