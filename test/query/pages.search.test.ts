import { Client } from '@opensearch-project/opensearch';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pages } from '../../dashboards/pages/pages.ts';
import type { Panel } from '../../dashboards/panels/panel.ts';
import { askSearch } from '../../functions/query/ask-search.ts';
import { buildMeans } from '../../functions/query/example-means.ts';
import { rolledUpAsk } from '../../functions/query/rolled-up-ask.ts';
import { route } from '../../functions/query/route.ts';
import { datedMappings } from '../../model/documents/dated-mappings.ts';
import { agentsAnswer } from '../../model/query/agents.ts';
import { canSplit } from '../../model/query/documents-know.ts';
import { pageAnswer, pageIds } from '../../model/query/page.ts';
import { demoDocuments, scrollAll } from './demo-documents.ts';
import { addToIndex, fillIndex } from './fill-index.ts';
import { ownRollUp } from './own-roll-up.ts';
import { expectAgents } from './plain/expect-agents.ts';
import { expectPanel, type Truth } from './plain/expect-panel.ts';
import type { AnyDocument, Documents } from './plain/populations.ts';

const url = process.env.OPENSEARCH_URL;
const client = new Client({ node: url ?? 'http://127.0.0.1:9200' });
const kinds = [
  'softphone-calls',
  'softphone-call-reports',
  'softphone-api-metrics',
  'connect-contacts',
  'connect-historical-metrics',
  'softphone-preflights',
  'softphone-readiness',
] as const;
const indexOf = (kind: string) => `${kind}-test-pages-${process.pid}`;
const rollUp = ownRollUp(client, indexOf('softphone-api-metrics'));
const asked: string[] = [];
const means = buildMeans(
  rolledUpAsk((searches) => {
    asked.push(...searches.map((search) => JSON.stringify(search)));
    return askSearch(client)(searches);
  }, rollUp.state),
);
let stored: Documents;

/** Every figure of every panel of every page, against what plain code computes of a scroll of the documents. */
beforeAll(async () => {
  if (!url) return;
  for (const [kind, documents] of await demoDocuments(kinds)) {
    if (kind === 'softphone-api-metrics') await fillAndRollUp(indexOf(kind), documents);
    else await fillIndex(client, indexOf(kind), datedMappings[kind], documents);
  }
  const all = (kind: (typeof kinds)[number]) => scrollAll(client, indexOf(kind));
  const api = (await all('softphone-api-metrics')) as (
    | Documents['summaries']
    | Documents['failures']
  )[number][];
  stored = {
    calls: (await all('softphone-calls')) as Documents['calls'],
    reports: (await all('softphone-call-reports')) as Documents['reports'],
    summaries: api.filter((document) => document.kind === 'summary'),
    failures: api.filter((document) => document.kind === 'failure'),
    contacts: (await all('connect-contacts')) as Documents['contacts'],
    metrics: (await all('connect-historical-metrics')) as Documents['metrics'],
    preflights: (await all('softphone-preflights')) as Documents['preflights'],
    readiness: (await all('softphone-readiness')) as Documents['readiness'],
  };
});
afterAll(async () => {
  if (url) await client.indices.delete({ index: kinds.map(indexOf) });
});

/** The newest hours are not over yet. Some documents come when their half hour is rolled up, and some of those after the last time. */
async function fillAndRollUp(index: string, documents: readonly object[]): Promise<void> {
  const part = (some: (i: number) => boolean) => documents.filter((_, i) => some(i % 11));
  const now = new Date('2001-10-30T09:47:00.000Z');
  await fillIndex(
    client,
    index,
    datedMappings['softphone-api-metrics'],
    part((i) => i > 1),
  );
  for (const late of [[], part((i) => i === 0), part((i) => i === 1)]) {
    await rollUp.run(now);
    await addToIndex(client, index, late);
  }
  expect((await rollUp.state()).rolledUntil).toBe('2001-10-30T09:30:00.000Z');
}

type Scenario = {
  readonly name: string;
  readonly range: { readonly from: string; readonly to: string; readonly zone: string };
  /** The period that these are compared with. */
  readonly before: { readonly from: string; readonly to: string };
  readonly narrowed?: readonly (readonly [name: string, value: string])[];
  readonly keep?: (document: AnyDocument) => boolean;
  readonly interval: string;
  /** Whether half hours take the place of some summaries. */
  readonly isRolledUp: boolean;
};

/** Three days by the clocks of Lisbon, in which these are set back. */
const threeDays = {
  range: { from: '2001-10-26T23:00:00.000Z', to: '2001-10-30T00:00:00.000Z', zone: 'Europe/Lisbon' },
  before: { from: '2001-10-19T23:00:00.000Z', to: '2001-10-22T23:00:00.000Z' },
  interval: '1h',
  isRolledUp: true,
};

const scenarios: readonly Scenario[] = [
  { name: 'three days in which the clocks are set back', ...threeDays },
  {
    name: 'ten days, by six hours, with such a change',
    range: { from: '2001-10-20T09:00:00.000Z', to: '2001-10-30T12:00:00.000Z', zone: 'Europe/Lisbon' },
    before: { from: '2001-10-06T09:00:00.000Z', to: '2001-10-16T11:00:00.000Z' },
    interval: '6h',
    isRolledUp: true,
  },
  {
    name: 'three days that begin and end within a half hour, in a zone of half hours',
    range: { from: '2001-10-27T09:41:07.123Z', to: '2001-10-30T19:12:59.001Z', zone: 'Asia/Kolkata' },
    before: { from: '2001-10-20T09:41:07.123Z', to: '2001-10-23T19:12:59.001Z' },
    interval: '1h',
    isRolledUp: true,
  },
  {
    name: 'three days in a zone of quarter hours',
    range: { from: '2001-10-27T00:10:00.000Z', to: '2001-10-30T00:10:00.000Z', zone: 'Asia/Kathmandu' },
    before: { from: '2001-10-20T00:10:00.000Z', to: '2001-10-23T00:10:00.000Z' },
    interval: '1h',
    isRolledUp: true,
  },
  {
    name: 'a day in a zone of quarter hours',
    range: { from: '2001-10-29T00:10:00.000Z', to: '2001-10-30T00:10:00.000Z', zone: 'Asia/Kathmandu' },
    before: { from: '2001-10-22T00:10:00.000Z', to: '2001-10-23T00:10:00.000Z' },
    interval: '15m',
    isRolledUp: true,
  },
  {
    name: 'seventy days, in one of which the clocks skip midnight',
    range: { from: '2001-08-24T03:00:00.000Z', to: '2001-11-02T02:00:00.000Z', zone: 'America/Sao_Paulo' },
    before: { from: '2001-06-15T03:00:00.000Z', to: '2001-08-24T03:00:00.000Z' },
    interval: '1d',
    isRolledUp: true,
  },
  {
    name: 'some queues and sites, and those of which it is not known',
    ...threeDays,
    narrowed: [
      ['site', ''],
      ['site', 'Krakow'],
      ['browser', 'Chrome'],
      ['browser', 'Edge'],
    ],
    // Contacts know nothing of browsers, and what Connect counts nothing of sites either.
    keep: ({ site, browser, ...its }) =>
      'subject' in its ||
      ((site === undefined || site === 'Krakow') &&
        ('initiatedAt' in its || ['Chrome', 'Edge'].includes(browser?.name ?? ''))),
  },
];

test
  .skipIf(!url)
  .for(scenarios.flatMap((scenario) => pageIds.map((page) => [page, scenario.name, scenario] as const)))(
  '%s, %s: every figure of every panel',
  async ([id, , scenario]) => {
    asked.length = 0;
    const answer = await ask(id, scenario);
    if (id === 'api') expect(asked.join().includes('half-hour')).toBe(scenario.isRolledUp);
    const truth = truthOf(scenario);
    expect(truth.now.calls.length).toBeGreaterThan(20);
    expect(answer.before).toEqual(scenario.before);
    expect(Object.keys(answer.panels).sort()).toEqual(pages[id].panels.map((panel) => panel.id).sort());
    for (const panel of pages[id].panels) {
      const [by] = pages[id].by;
      const panels = answer.panels[panel.id];
      expectPanel(panel, panels, { ...truth, by });
      if (panels?.kind === 'overTime') expectTimeline(panels, scenario, panel);
    }
  },
);

test.skipIf(!url).for(pageIds)('%s, by whatever can be chosen', async (id) => {
  const [scenario] = scenarios;
  if (!scenario) throw new Error('no scenario');
  for (const by of pages[id].by) {
    for (const panel of pages[id].panels) {
      if (panel.kind !== 'breakdown' || panel.by !== 'chosen') continue;
      const answer = await ask(id, scenario, [
        ['by', by],
        ['panel', panel.id],
      ]);
      expect(Object.keys(answer.panels)).toEqual([panel.id]);
      const own = canSplit(panel.orderBy.index, by) ? by : pages[id].by[0];
      expectPanel(panel, answer.panels[panel.id], { ...truthOf(scenario), by: own });
    }
  }
});

test.skipIf(!url).for(scenarios.map((scenario) => [scenario.name, scenario] as const))(
  'agents, %s: each beside the own past and the peers',
  async ([, scenario]) => {
    const { range, narrowed = [] } = scenario;
    const query = [...Object.entries(range), ...narrowed] as [string, string][];
    const answer = agentsAnswer.parse(await route('agents', new URLSearchParams(query), means));
    expect(answer.before).toEqual(scenario.before);
    expectAgents(answer, truthOf(scenario));
  },
);

async function ask(
  page: (typeof pageIds)[number],
  { range, narrowed = [] }: Scenario,
  more: readonly (readonly [string, string])[] = [],
) {
  const query = [['page', page], ...Object.entries(range), ...narrowed, ...more];
  return pageAnswer.parse(await route('page', new URLSearchParams(query as [string, string][]), means));
}

function truthOf({ range, before, keep = () => true }: Scenario): Omit<Truth, 'by'> {
  const during = (period: { from: string; to: string }): Documents => {
    const own = <Document extends AnyDocument>(documents: readonly Document[]) =>
      documents.filter(
        (one) => one['@timestamp'] >= period.from && one['@timestamp'] < period.to && keep(one),
      );
    return {
      calls: own(stored.calls),
      reports: own(stored.reports),
      summaries: own(stored.summaries),
      failures: own(stored.failures),
      contacts: own(stored.contacts),
      metrics: own(stored.metrics),
      preflights: own(stored.preflights),
      readiness: own(stored.readiness),
    };
  };
  return { now: during(range), before: during(before), to: range.to, zone: range.zone };
}

/** Columns cover the range without a hole, and begin with an hour, or whatever is asked for, of the zone's clocks. */
function expectTimeline(
  { times, interval }: { readonly times: readonly string[]; readonly interval: string },
  scenario: Scenario,
  panel: Panel,
): void {
  const { from, to, zone } = scenario.range;
  // What Amazon Connect counts comes by half hours at most.
  const isCounted = 'measures' in panel && panel.measures[0]?.index === 'connect-historical-metrics';
  expect(interval).toBe(isCounted && scenario.interval === '15m' ? '30m' : scenario.interval);
  expect([...times].sort()).toEqual(times);
  expect(new Set(times).size).toBe(times.length);
  expect(times[0] !== undefined && times[0] <= from).toBe(true);
  expect((times.at(-1) ?? '') < to).toBe(true);
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  const begins: Record<string, RegExp> = {
    '15m': /:(00|15|30|45)$/,
    '30m': /:(00|30)$/,
    '1h': /:00$/,
    '6h': /^(00|06|12|18):00$/,
    '1d': /^(00|01):00$/,
  };
  for (const at of times) expect(clock.format(new Date(at))).toMatch(begins[interval] ?? /^$/);
}
