import { Client } from '@opensearch-project/opensearch';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiMeasures, callMeasures } from '../../dashboards/measures/lists.ts';
import { askSearch } from '../../functions/query/ask-search.ts';
import { buildLimitedMeans, buildMeans } from '../../functions/query/example-means.ts';
import { route } from '../../functions/query/route.ts';
import { apiMetricMapping } from '../../model/documents/api-metric.ts';
import { type CallDocument, callMapping } from '../../model/documents/call.ts';
import { agentApi } from '../../model/query/agent-api.ts';
import { type CallRow, callList } from '../../model/query/call-row.ts';
import { choices } from '../../model/query/choices.ts';
import { figuresBy } from '../../model/query/figures-by.ts';
import { type Overview, overview } from '../../model/query/overview.ts';
import { fillIndex } from './fill-index.ts';
import { expectFigure, expectFigures } from './plain/expect-figures.ts';
import { populationOf } from './plain/populations.ts';
import { scratchApiMetrics, scratchCalls, scratchRange } from './scratch-documents.ts';

const url = process.env.OPENSEARCH_URL;
const run = `${process.pid}-${Date.now()}`;
const indices = { calls: `softphone-calls-test-${run}`, api: `softphone-api-metrics-test-${run}` };

/** Every figure that the pages show, against the same figure computed from the raw documents. */
const withSearch = test.skipIf(!url);
const client = new Client({ node: url ?? 'http://127.0.0.1:9200' });
const means = buildMeans(askSearch(client));
const get = (path: string, more: [string, string][] = []) =>
  route(path, new URLSearchParams([...Object.entries(scratchRange), ...more]), means);

beforeAll(async () => {
  if (!url) return;
  await fillIndex(client, indices.calls, callMapping, scratchCalls);
  await fillIndex(client, indices.api, apiMetricMapping, scratchApiMetrics);
});
afterAll(async () => {
  if (url) await client.indices.delete({ index: Object.values(indices) });
});

const callIds = callMeasures.map(({ id }) => id);
const apiIds = apiMeasures.map(({ id }) => id);
const requests = scratchApiMetrics.filter((one) => !one.longPoll);
const within = (from: string, to: string) => (document: { '@timestamp': string }) =>
  document['@timestamp'] >= from && document['@timestamp'] < to;
const calls = scratchCalls.filter(within(scratchRange.from, scratchRange.to));

withSearch('totals, of the range and of the time before it', async () => {
  const answer = overview.parse(await get('overview'));
  expectFigures(answer.totals, callIds, calls);
  const before = scratchCalls.filter(within('2001-03-17T00:00:00.000Z', '2001-03-19T01:00:00.000Z'));
  expectFigures(answer.before, callIds, before);
});

withSearch('each dimension’s groups, and the calls of which it is not known', async () => {
  const { breakdowns } = overview.parse(await get('overview'));
  const keyOf: Record<string, (call: CallDocument) => string | null> = {
    site: (call) => call.site ?? null,
    queue: (call) => call.contactQueue ?? null,
    routingProfile: (call) => call.agentRoutingProfile ?? null,
    level2: (call) => call.agentHierarchy?.level2 ?? null,
    agent: (call) => call.agent,
  };
  for (const [dimension, of] of Object.entries(keyOf)) {
    const { groups } = figuresBy.parse(await get('figures', [['by', dimension]]));
    expect(new Set(groups.map(({ key }) => key))).toEqual(new Set(calls.map(of)));
    const shares = new Map(groups.map(({ key, figures }) => [key, figures.poorCalls]));
    for (const { key, figures } of groups) {
      expectFigures(
        figures,
        callIds,
        calls.filter((call) => of(call) === key),
      );
    }
    const shown = breakdowns.find((breakdown) => breakdown.dimension === dimension)?.groups ?? [];
    expect(new Map(shown.map(({ key, figures }) => [key, figures.poorCalls]))).toEqual(shares);
    for (const { figures, poorCalls } of shown) {
      expect(poorCalls.restsOn.reduce((sum, count) => sum + count, 0)).toBe(figures.poorCalls?.restsOn);
    }
  }
});

withSearch('over time, in the days of a zone whose clocks change', async () => {
  const answer = overview.parse(await get('overview'));
  expect(answer.overTime.interval).toBe('15m');
  expectColumns(answer, calls, scratchRange.to);
  const days: [string, string][] = [
    ['from', '2000-06-26T00:00:00.000Z'],
    ['to', '2001-04-09T00:00:00.000Z'],
    ['zone', scratchRange.zone],
  ];
  const long = overview.parse(await route('overview', new URLSearchParams(days), means));
  expect(long.overTime.interval).toBe('1w');
  expect(new Set(long.overTime.times.map(wallClock))).toEqual(new Set(['Mon 00:00']));
  expect(long.groupTimes.length).toBeGreaterThan(8);
  expectColumns(long, scratchCalls, '2001-04-09T00:00:00.000Z');
});

withSearch(
  'filters narrow everything, several values are any of them, and an empty one is what is not known',
  async () => {
    const narrowed = await get('overview', [
      ['queue', 'Billing'],
      ['queue', 'VIP'],
      ['site', ''],
      ['site', 'Krakow'],
    ]);
    const expected = calls.filter(
      (call) =>
        ['Billing', 'VIP'].includes(call.contactQueue ?? '') &&
        (call.site === undefined || call.site === 'Krakow'),
    );
    expect(expected.length).toBeGreaterThan(0);
    expectFigures(overview.parse(narrowed).totals, callIds, expected);
  },
);

withSearch('what failed in set-ups', async () => {
  const { setupFailures } = overview.parse(await get('overview'));
  const plain = new Map<string, number>();
  for (const failure of calls.flatMap((call) => call.failures))
    plain.set(failure, (plain.get(failure) ?? 0) + 1);
  expect(new Map(setupFailures.map(({ failure, calls }) => [failure, calls]))).toEqual(plain);
});

withSearch('the agents’ API calls, by operation, without long polls', async () => {
  const api = agentApi.parse(await get('agent-api'));
  const documents = requests.filter(within(scratchRange.from, scratchRange.to));
  expectFigures(api.totals, apiIds, documents);
  expect(api.operations.map(({ name }) => name).sort()).toEqual(['acceptContact', 'putAgentState']);
  for (const { name, figures } of api.operations) {
    expectFigures(
      figures,
      apiIds,
      documents.filter((document) => document.name === name),
    );
  }
});

withSearch.each([
  ['startedAt', 'desc'],
  ['mos', 'asc'],
  ['lossToAgent', 'desc'],
])('pages of calls by %s, %s: each call once, and in order', async (sort, order) => {
  const figureOf = (call: CallDocument | CallRow) =>
    sort === 'mos'
      ? call.mos?.avg
      : sort === 'startedAt'
        ? call['@timestamp']
        : call.toAgent.packetsLostPercent;
  const seen: CallRow[] = [];
  let after: string | undefined;
  do {
    const page = callList.parse(
      await get('calls', [
        ['sort', sort],
        ['order', order],
        ['size', '37'],
        ...(after ? [['after', after] as [string, string]] : []),
      ]),
    );
    expect(page.total).toBe(calls.length);
    seen.push(...page.calls);
    after = page.next ? JSON.stringify(page.next) : undefined;
  } while (after);
  expect(new Set(seen.map((call) => call.contactId))).toEqual(new Set(calls.map((call) => call.contactId)));
  expect(seen).toHaveLength(calls.length);
  expect(seen.map(figureOf)).toEqual(sorted(calls.map(figureOf), order === 'desc'));
});

withSearch('finds a call by the beginning of its contact id, and gives it without its parts', async () => {
  const [some] = calls;
  const found = callList.parse(
    await get('calls', [['search', some?.contactId.slice(0, 13).toUpperCase() ?? '']]),
  );
  expect(found.calls.map((call) => call.contactId)).toEqual([some?.contactId]);
  const answer = await route(
    `calls/${some?.contactId}`,
    new URLSearchParams({ agent: some?.agent ?? '' }),
    means,
  );
  expect(answer).toMatchObject({
    call: { agent: some?.agent, rating: some?.rating },
    windows: [],
    report: null,
  });
  expect(JSON.stringify(answer)).not.toContain('"parts"');
});

/** What a manager of Billing asks with. */
const limited = () =>
  buildLimitedMeans(askSearch(client), ['managers', 'billing'], { billing: { queues: ['Billing'] } });

withSearch(
  'a manager of one queue sees of every route what there is of that queue, and nothing more',
  async () => {
    const ask = async (path: string, more: [string, string][] = []) =>
      route(path, new URLSearchParams([...Object.entries(scratchRange), ...more]), limited());
    const own = calls.filter((call) => call.contactQueue === 'Billing');
    const { totals, breakdowns, before } = overview.parse(await ask('overview'));
    const api = agentApi.parse(await ask('agent-api'));
    expectFigures(totals, callIds, own);
    expect(before.calls?.value).toBeLessThan(scratchCalls.length - calls.length);
    expect(breakdowns.find(({ dimension }) => dimension === 'queue')?.groups.map(({ key }) => key)).toEqual([
      'Billing',
    ]);
    expect(api.operations).toEqual([]);
    const list = callList.parse(await ask('calls', [['size', '100']]));
    expect(new Set(list.calls.map(({ contactQueue }) => contactQueue))).toEqual(new Set(['Billing']));
    expect(list.total).toBe(own.length);
    const { choices: offered } = choices.parse(await ask('filters'));
    expect(offered.find(({ dimension }) => dimension === 'queue')?.values.map(({ value }) => value)).toEqual([
      'Billing',
    ]);
    expect(JSON.stringify(await ask('findings'))).not.toMatch(/Orders|VIP/);
  },
);

withSearch.each([
  [
    'other queues',
    [
      ['queue', 'VIP'],
      ['queue', 'Orders'],
    ],
  ],
  [
    'its own queue and another',
    [
      ['queue', 'VIP'],
      ['queue', 'Billing'],
    ],
  ],
  ['calls of no known queue', [['queue', '']]],
] as [string, [string, string][]][])('who asks for %s gets no call of another queue', async (_, more) => {
  const query = new URLSearchParams([...Object.entries(scratchRange), ...more, ['size', '100']]);
  const list = callList.parse(await route('calls', query, limited()));
  expect(list.calls.filter(({ contactQueue }) => contactQueue !== 'Billing')).toEqual([]);
});

withSearch('another queue’s call is not there for him, with or without its agent', async () => {
  const foreign = calls.find((call) => call.contactQueue === 'VIP');
  for (const query of [{}, { agent: foreign?.agent ?? '' }]) {
    const asked = route(`calls/${foreign?.contactId}`, new URLSearchParams(query), limited());
    await expect(asked).rejects.toMatchObject({ kind: 'notFound' });
    const bundle = `contacts/${foreign?.contactId}/support-bundle`;
    const wanted = route(bundle, new URLSearchParams(query), limited());
    await expect(wanted).rejects.toMatchObject({ kind: 'notFound' });
  }
  const own = calls.find((call) => call.contactQueue === 'Billing');
  const answer = await route(`calls/${own?.contactId}`, new URLSearchParams(), limited());
  expect(answer).toMatchObject({ call: { contactQueue: 'Billing' } });
});

const inLisbon = new Intl.DateTimeFormat('en-GB', {
  timeZone: scratchRange.zone,
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const wallClock = (at: string) => inLisbon.format(new Date(at)).replace(',', '');

/** The columns are a timeline without holes, and each holds the calls of its own time. */
function expectColumns({ overTime }: Overview, calls: readonly CallDocument[], end: string): void {
  for (const [i, from] of overTime.times.entries()) {
    const to = overTime.times[i + 1] ?? end;
    const own = calls.filter((call) => call['@timestamp'] >= from && call['@timestamp'] < to);
    for (const [id, { values, restsOn }] of Object.entries(overTime.columns)) {
      const shown = { value: values[i] ?? null, restsOn: restsOn[i] ?? 0 };
      expectFigure(`${id} ${from}`, shown, populationOf(id).figure(id, own), 4);
    }
  }
}

/** What was not measured comes last either way. */
function sorted(values: readonly (number | string | undefined)[], isDescending: boolean) {
  const known = values.filter((value) => value !== undefined).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  if (isDescending) known.reverse();
  return [...known, ...values.filter((value) => value === undefined)];
}
