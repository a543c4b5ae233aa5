import { Client } from '@opensearch-project/opensearch';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nowMeasures } from '../../dashboards/measures/lists.ts';
import { askSearch } from '../../functions/query/ask-search.ts';
import { buildLimitedMeans } from '../../functions/query/example-means.ts';
import { route } from '../../functions/query/route.ts';
import type { CallDocument } from '../../model/documents/call.ts';
import { datedMappings } from '../../model/documents/dated-mappings.ts';
import type { StreamWindowDocument } from '../../model/documents/stream-window.ts';
import { type NowAnswer, nowAnswer } from '../../model/query/now.ts';
import {
  buildCallDocument,
  buildCallQueue,
  buildContactFacts,
  buildDimensions,
  buildStamps,
} from '../document-builders.ts';
import { fillIndex } from './fill-index.ts';
import { expectFigures } from './plain/expect-figures.ts';

const url = process.env.OPENSEARCH_URL;
const client = new Client({ node: url ?? 'http://127.0.0.1:9200' });
const indexOf = (kind: string) => `${kind}-test-now-${process.pid}`;

/** A Monday after the clocks of Lisbon were set back: 10:20 there, and a week before 10:20 was 09:20 in UTC. */
const at = new Date('2004-11-01T10:20:00.000Z');
const ago = (seconds: number) => new Date(at.getTime() - 1000 * seconds).toISOString();
const lastWeek = { from: '2004-10-25T09:00:00.000Z', to: '2004-10-25T10:00:00.000Z' };
const zone = 'Europe/Lisbon';
const contact = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

type Plan = {
  readonly startedAt: string;
  readonly receivedAt: string;
  readonly queue: string;
  readonly ended?: boolean;
};

const plans: readonly Plan[] = [
  { startedAt: ago(400), receivedAt: ago(5), queue: 'Billing' },
  { startedAt: ago(300), receivedAt: ago(89), queue: 'Billing' },
  { startedAt: ago(200), receivedAt: ago(15), queue: 'VIP' },
  { startedAt: ago(4), receivedAt: ago(4), queue: 'VIP' },
  // Ended; silent for too long; a week ago.
  { startedAt: ago(500), receivedAt: ago(10), queue: 'Billing', ended: true },
  { startedAt: ago(600), receivedAt: ago(91), queue: 'Billing' },
  { startedAt: lastWeek.from, receivedAt: lastWeek.from, queue: 'Billing', ended: true },
  { startedAt: '2004-10-25T09:59:59.999Z', receivedAt: lastWeek.to, queue: 'VIP', ended: true },
  { startedAt: lastWeek.to, receivedAt: lastWeek.to, queue: 'Billing', ended: true },
];

function callOf(plan: Plan, n: number): CallDocument {
  const { startedAt, receivedAt, queue, ended } = plan;
  const rating = n % 3 === 0 ? ('poor' as const) : ('good' as const);
  return buildCallDocument({
    startedAt,
    stamps: buildStamps({ '@timestamp': startedAt, receivedAt }),
    facts: {
      at: startedAt,
      dimensions: buildDimensions({ agent: `agent-${n}` }),
      contact: { contactId: contact(n) },
    },
    queue: buildCallQueue({ contactQueue: queue }),
    windows: {
      some: { streamType: 'audio_input', seconds: 30, rating, ratingReasons: [], mos: { avg: 4, min: 3 } },
    },
    events: ended ? [{ type: 'ended', at: receivedAt }] : [],
  });
}

type Figures = Pick<StreamWindowDocument, 'rating'> & { readonly mos?: number; readonly queue: string };

function windowOf(n: number, streamType: string, startedAt: string, { rating, mos, queue }: Figures) {
  return {
    ...buildStamps({ '@timestamp': startedAt, receivedAt: startedAt }),
    ...buildDimensions({ agent: `agent-${n}` }),
    ...buildContactFacts({ contactId: contact(n), contactQueue: queue }),
    softphoneStreamType: streamType,
    startedAt,
    rating,
    ...(mos === undefined ? {} : { mos: { avg: mos, min: mos }, packetsLostPercent: 1.25 }),
  };
}

const windows = [
  windowOf(0, 'audio_input', ago(65), { rating: 'poor', mos: 2, queue: 'Billing' }),
  windowOf(0, 'audio_input', ago(35), { rating: 'good', mos: 4.3, queue: 'Billing' }),
  windowOf(0, 'audio_output', ago(35), { rating: 'good', mos: 4.2, queue: 'Billing' }),
  windowOf(1, 'audio_output', ago(119), { rating: 'fair', mos: 3.4, queue: 'Billing' }),
  windowOf(2, 'audio_input', ago(45), { rating: 'unclassified', queue: 'VIP' }),
  windowOf(2, 'audio_output', ago(45), { rating: 'poor', mos: 1.5, queue: 'VIP' }),
];
const calls = plans.map(callOf);

beforeAll(async () => {
  if (!url) return;
  const kinds = { 'softphone-calls': calls, 'softphone-stream-stats': windows } as const;
  for (const [kind, documents] of Object.entries(kinds)) {
    await fillIndex(client, indexOf(kind), datedMappings[kind as keyof typeof kinds], documents);
  }
});
afterAll(async () => {
  if (url) await client.indices.delete({ index: ['softphone-calls', 'softphone-stream-stats'].map(indexOf) });
});

async function ask(query: [string, string][], groups: readonly string[] = ['managers']): Promise<NowAnswer> {
  const limits = { billing: { queues: ['Billing'] } };
  const means = buildLimitedMeans(askSearch(client), groups, limits, { now: () => at });
  return nowAnswer.parse(await route('now', new URLSearchParams([['zone', zone], ...query]), means));
}

const during = (from: string, to: string) =>
  calls.filter((call) => call['@timestamp'] >= from && call['@timestamp'] < to);
const ids = nowMeasures.map(({ id }) => id);

test.skipIf(!url)(
  'the calls that go on, worst first, each with the last window of each direction',
  async () => {
    const answer = await ask([]);
    expect(answer.calls.map(({ contactId }) => contactId)).toEqual([2, 1, 0, 3].map(contact));
    expect(answer.calls[2]).toEqual({
      contactId: contact(0),
      agent: 'agent-0',
      queue: 'Billing',
      site: 'Lisbon',
      startedAt: ago(400),
      toAgent: expect.objectContaining({
        startedAt: ago(35),
        rating: 'good',
        mos: 4.3,
        packetsLostPercent: 1.25,
      }),
      fromAgent: expect.objectContaining({
        startedAt: ago(35),
        rating: 'good',
        mos: 4.2,
        jitterMillis: null,
      }),
      lastWindowAt: ago(35),
      poorSoFarPercent: 100,
    });
    expect(answer.calls[0]?.toAgent).toMatchObject({ rating: 'unclassified', mos: null });
    expect(answer.calls[3]).toMatchObject({ toAgent: null, fromAgent: null, lastWindowAt: null });
    expect([answer.at, answer.more]).toEqual([at.toISOString(), false]);
  },
);

test.skipIf(!url)(
  'the last quarter of an hour, and the same hour of the viewer’s clocks a week ago',
  async () => {
    const { last15, sameHourLastWeek, lastWeek: hour } = await ask([]);
    expectFigures(last15, ids, during(ago(900), at.toISOString()));
    expect(hour).toEqual(lastWeek);
    expectFigures(sameHourLastWeek, ids, during(lastWeek.from, lastWeek.to));
  },
);

test.skipIf(!url)('narrowed, and to whom only a queue may be shown', async () => {
  const narrowed = await ask([['queue', 'VIP']]);
  expect(narrowed.calls.map(({ queue }) => queue)).toEqual(['VIP', 'VIP']);
  const limited = await ask([], ['managers', 'billing']);
  expect(limited.calls.map(({ queue }) => queue)).toEqual(['Billing', 'Billing']);
  const own = during(ago(900), at.toISOString()).filter((call) => call.contactQueue === 'Billing');
  expectFigures(limited.last15, ids, own);
  expect((await ask([['queue', 'VIP']], ['managers', 'billing'])).calls).toEqual([]);
});
