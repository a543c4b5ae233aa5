import { Client } from '@opensearch-project/opensearch';
import fc from 'fast-check';
import { afterAll, afterEach, expect, test } from 'vitest';
import type { Erasures } from '../../functions/clients/erasures.ts';
import { agentApiOf } from '../../functions/query/agent-api.ts';
import { apiFindings } from '../../functions/query/api-findings.ts';
import { askSearch } from '../../functions/query/ask-search.ts';
import { pageOf } from '../../functions/query/page.ts';
import { rolledUpAsk } from '../../functions/query/rolled-up-ask.ts';
import type { ApiHalfHourDocument } from '../../model/documents/api-half-hour.ts';
import type { ApiMetricDocument } from '../../model/documents/api-metric.ts';
import { apiMetricMapping } from '../../model/documents/api-metric.ts';
import { defaultLimits } from '../../model/quality/limits.ts';
import type { Filters } from '../../model/query/filters.ts';
import { scrollAll } from './demo-documents.ts';
import { addToIndex, fillIndex } from './fill-index.ts';
import { ownRollUp } from './own-roll-up.ts';
import { scratchApiMetrics } from './scratch-documents.ts';

/** Half hours that are rolled up while documents come in, against the summaries themselves. */
const url = process.env.OPENSEARCH_URL;
const client = new Client({ node: url ?? 'http://127.0.0.1:9200' });
const withSearch = test.skipIf(!url);
const indexOf = (name: string) => `softphone-api-metrics-test-rolled-${name}-${process.pid}`;
const made: string[] = [];
const raw = askSearch(client);

/** Of Lisbon's fall of 2003, in which nobody else's documents are: all others' are of other years. */
const moved = (document: ApiMetricDocument): ApiMetricDocument => {
  const move = (at: string) => at.replace(/^2001/, '2003');
  return {
    ...document,
    '@timestamp': move(document['@timestamp']),
    receivedAt: move(document.receivedAt),
    startedAt: move(document.startedAt),
    endedAt: move(document.endedAt),
  };
};
const documents = scratchApiMetrics.map(moved);
const afterAllOfThem = new Date('2003-03-28T00:00:00.000Z');

async function fill(name: string, some: readonly object[]): Promise<string> {
  const index = indexOf(name);
  made.push(index);
  await fillIndex(client, index, apiMetricMapping, some);
  return index;
}

afterEach(async () => {
  if (made.length > 0) await client.indices.delete({ index: made.splice(0) });
});
afterAll(() => client.close());

const first = Date.parse('2003-03-16T00:00:00.000Z');
const minutes = (most: number) => fc.integer({ min: 0, max: most }).map((count) => count * 60_000);
const range: fc.Arbitrary<Filters> = fc
  .record({
    begin: minutes(10 * 1440),
    length: minutes(11 * 1440),
    zone: fc.constantFrom('UTC', 'Europe/Lisbon', 'Asia/Kolkata', 'Asia/Kathmandu', 'Pacific/Chatham'),
    site: fc.constantFrom<string[] | undefined>(undefined, ['Lisbon'], ['', 'Krakow']),
  })
  .map(
    ({ begin, length, zone, site }): Filters => ({
      from: new Date(first + begin).toISOString(),
      to: new Date(first + begin + length + 60_000).toISOString(),
      zone,
      ...(site ? { site } : {}),
    }),
  );

/** All that is asked of API calls. */
async function answers(ask: typeof raw, filters: Filters) {
  return {
    api: await agentApiOf(filters, ask, defaultLimits),
    findings: await apiFindings(filters, ask),
    page: await pageOf({ ...filters, page: 'api', by: 'site' }, ask, defaultLimits),
  };
}

withSearch('comes to what the summaries do, whatever is asked and whatever comes meanwhile', async () => {
  const index = await fill('any', documents.slice(0, 100));
  const rollUp = ownRollUp(client, index);
  const ask = rolledUpAsk(raw, rollUp.state);
  const steps: (() => Promise<unknown>)[] = [
    async () => {},
    () => rollUp.run(new Date('2003-03-24T07:40:00.000Z')),
    () => rollUp.run(new Date('2003-03-24T07:40:00.000Z')),
    () => addToIndex(client, index, documents.slice(100, 200)),
    () => rollUp.run(new Date('2003-03-25T07:40:00.000Z')),
    () => addToIndex(client, index, documents.slice(200)),
    () => rollUp.run(afterAllOfThem),
    () => rollUp.run(afterAllOfThem),
    () => rollUp.run(afterAllOfThem),
  ];
  for (const [i, step] of steps.entries()) {
    await step();
    for (const filters of fc.sample(range, { seed: 20030325 + i, numRuns: 2 })) {
      expect(await answers(ask, filters)).toEqual(await answers(raw, filters));
    }
  }
  const halfHours = (await scrollAll(client, index)).filter(isHalfHour);
  const calls = (some: readonly { count: number }[]) => some.reduce((sum, { count }) => sum + count, 0);
  expect(calls(halfHours)).toBe(calls(documents));
  expect(halfHours.length).toBeGreaterThan(50);
});

withSearch('is right while half hours are rolled up anew', async () => {
  const index = await fill('anew', documents.slice(0, 200));
  let looks = 0;
  const filters = { from: '2003-03-16T00:00:00.000Z', to: '2003-03-28T00:00:00.000Z', zone: 'UTC' };
  const whenWritten = async () => {
    looks++;
    await client.indices.refresh({ index });
    expect(await answers(ask, filters)).toEqual(await answers(raw, filters));
  };
  const rollUp = ownRollUp(client, index, { whenWritten });
  const ask = rolledUpAsk(raw, rollUp.state);
  for (let i = 0; i < 2; i++) await rollUp.run(afterAllOfThem);
  await addToIndex(client, index, documents.slice(200));
  const before = looks;
  for (let i = 0; i < 2; i++) await rollUp.run(afterAllOfThem);
  expect(looks).toBeGreaterThan(before);
  expect((await rollUp.state()).rolledUntil).toBe('2003-03-27T23:30:00.000Z');
});

withSearch('of an index that nobody rolled up, or no more, the summaries count', async () => {
  const index = await fill('lost', documents);
  const rollUp = ownRollUp(client, index);
  for (let i = 0; i < 2; i++) await rollUp.run(afterAllOfThem);
  const filters = { from: '2003-03-16T00:00:00.000Z', to: '2003-03-28T00:00:00.000Z', zone: 'UTC' };
  const { indices: _, ...others } = await rollUp.state();
  for (const state of [{ indices: {} }, { ...others, indices: {} }]) {
    const ask = rolledUpAsk(raw, async () => state);
    expect(await answers(ask, filters)).toEqual(await answers(raw, filters));
  }
});

withSearch('of somebody who is being erased no half hour is written, and their time waits', async () => {
  const index = await fill('erased', documents);
  const erasing = { agent: 'ana.silva', until: Date.parse('2003-03-25T00:00:00.000Z') };
  const erasures: Erasures = {
    cover: async ({ agent, startedAt }) => agent === erasing.agent && Date.parse(startedAt) <= erasing.until,
  };
  const rollUp = ownRollUp(client, index, { erasures });
  await rollUp.run(afterAllOfThem);
  const before = await rollUp.run(afterAllOfThem);
  const mine = documents.filter(({ agent }) => agent === erasing.agent).map((its) => its['@timestamp']);
  expect((before ?? '') <= (mine.sort()[0] ?? '')).toBe(true);
  expect((await scrollAll(client, index)).filter(isHalfHour).filter(isOf(erasing.agent))).toEqual([]);

  const query = { bool: { filter: [{ term: { agent: erasing.agent } }] } } as object;
  await client.deleteByQuery({ index, body: { query }, refresh: true });
  expect(await rollUp.run(afterAllOfThem)).toBe('2003-03-27T23:30:00.000Z');
  const left = (await scrollAll(client, index)).filter(isHalfHour);
  expect(left.length).toBeGreaterThan(50);
  expect(left.filter(isOf(erasing.agent))).toEqual([]);
});

withSearch('a half hour of thousands of agents is read page by page', async () => {
  const [one] = documents;
  if (!one) throw new Error('no document');
  const agents = Array.from({ length: 2345 }, (_, i) => ({ ...one, agent: `agent.${i}`, count: i + 1 }));
  // Two values of a dimension in one half hour; and one whose value is not known.
  const others = agents
    .slice(0, 3)
    .map(({ site: _, ...rest }, i) => (i === 0 ? rest : { ...rest, site: 'Porto' }));
  const index = await fill('many', [...agents, ...agents.slice(0, 700), ...others]);
  const rollUp = ownRollUp(client, index);
  for (let i = 0; i < 2; i++) await rollUp.run(afterAllOfThem);
  const halfHours = (await scrollAll(client, index)).filter(isHalfHour);
  expect(halfHours).toHaveLength(agents.length + others.length);
  const countsOf = (i: number) =>
    halfHours.filter(isOf(`agent.${i}`)).map(({ site, count }) => [site, count]);
  expect(countsOf(2344)).toEqual([[one.site, 2345]]);
  expect(countsOf(699)).toEqual([[one.site, 1400]]);
  expect(countsOf(0)).toHaveLength(2);
  expect(countsOf(0)).toEqual(
    expect.arrayContaining([
      [undefined, 1],
      [one.site, 2],
    ]),
  );
  expect(countsOf(1)).toEqual(
    expect.arrayContaining([
      ['Porto', 2],
      [one.site, 4],
    ]),
  );
});

withSearch('of an index that takes no writes the summaries count, until it does', async () => {
  const index = await fill('blocked', documents);
  const rollUp = ownRollUp(client, index);
  const ask = rolledUpAsk(raw, rollUp.state);
  const filters = { from: '2003-03-16T00:00:00.000Z', to: '2003-03-28T00:00:00.000Z', zone: 'UTC' };
  const block = (isBlocked: boolean) =>
    client.indices.putSettings({ index, body: { index: { 'blocks.write': isBlocked } } as object });
  await rollUp.run(afterAllOfThem);
  await block(true);
  await rollUp.run(afterAllOfThem);
  expect((await rollUp.state()).indices[index]).not.toHaveProperty('rolled');
  expect(await answers(ask, filters)).toEqual(await answers(raw, filters));
  await block(false);
  await rollUp.run(afterAllOfThem);
  expect((await rollUp.state()).indices[index]).toHaveProperty('rolled');
  expect((await scrollAll(client, index)).some(isHalfHour)).toBe(true);
  expect(await answers(ask, filters)).toEqual(await answers(raw, filters));
});

withSearch('of two at once one gives way', async () => {
  const index = await fill('two', documents.slice(0, 20));
  const rollUp = ownRollUp(client, index);
  const both = await Promise.allSettled([rollUp.run(afterAllOfThem), rollUp.run(afterAllOfThem)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await rollUp.run(afterAllOfThem);
});

const isHalfHour = (document: unknown): document is ApiHalfHourDocument =>
  (document as { kind: string }).kind === 'half-hour';
const isOf =
  (name: string) =>
  ({ agent }: { agent: string }) =>
    agent === name;
