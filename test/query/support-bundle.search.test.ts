import { randomUUID } from 'node:crypto';
import { Client } from '@opensearch-project/opensearch';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { makeSubjectDocuments } from '../../functions/clients/subject-documents.ts';
import { askSearch } from '../../functions/query/ask-search.ts';
import { buildLimitedMeans } from '../../functions/query/example-means.ts';
import { route } from '../../functions/query/route.ts';
import { callMapping } from '../../model/documents/call.ts';
import { callLogMapping, makeCallLog } from '../../model/documents/call-log.ts';
import { makePreflight, preflightMapping } from '../../model/documents/preflight.ts';
import { supportBundle } from '../../model/query/support-bundle.ts';
import { buildCallDocument, buildContactFacts, buildDimensions, buildStamps } from '../document-builders.ts';
import { fillIndex } from './fill-index.ts';

const url = process.env.OPENSEARCH_URL;
const withSearch = test.skipIf(!url);
const client = new Client({ node: url ?? 'http://127.0.0.1:9200' });
const run = `${process.pid}-${Date.now()}`;
const indices = ['calls', 'call-logs', 'preflights'].map((kind) => `softphone-${kind}-test-${run}`);

const contactId = randomUUID();
const [agent, other] = [`agent-${run}`, `other-${run}`];
const call = { ...buildCallDocument(), contactId, agent };
const at = (minutes: number) => new Date(Date.parse(call.startedAt) + minutes * 60_000).toISOString();

function logPart(whose: string, part: number, ...texts: readonly string[]) {
  return makeCallLog({
    part,
    lines: texts.map((text, i) => ({ at: at(part + i / 10), level: 'INFO', text })),
    startedAt: call.startedAt,
    stamps: buildStamps(),
    dimensions: buildDimensions({ agent: whose }),
    contact: buildContactFacts({ contactId }),
  });
}

function check(whose: string, minutes: number) {
  const checks = [{ check: 'turnUdp' as const, outcome: 'failed' as const, reason: 'blocked' as const }];
  const preflight = {
    startedAt: at(minutes),
    trigger: 'signIn' as const,
    outcome: 'limited' as const,
    checks,
  };
  return makePreflight({ preflight, stamps: buildStamps(), dimensions: buildDimensions({ agent: whose }) });
}

beforeAll(async () => {
  if (!url) return;
  const [calls = '', logs = '', preflights = ''] = indices;
  await fillIndex(client, calls, callMapping, [call]);
  await fillIndex(client, logs, callLogMapping, [
    logPart(agent, 1, 'c'),
    logPart(agent, 0, 'a', 'b'),
    logPart(other, 0, 'z'),
  ]);
  await fillIndex(client, preflights, preflightMapping, [
    check(agent, -90),
    check(agent, -30),
    check(agent, 5),
    check(other, -1),
  ]);
});
afterAll(async () => {
  if (url) await client.indices.delete({ index: indices });
});

const limits = {
  billing: { queues: ['Billing'] },
  vip: { queues: ['VIP'] },
  service: { hierarchy: { level1: ['Service'] } },
};

/** As whoever is in these groups. */
async function bundleFor(...groups: string[]) {
  const means = buildLimitedMeans(askSearch(client), groups, limits, { region: 'eu-central-1' });
  const answer = await route(`contacts/${contactId}/support-bundle`, new URLSearchParams({ agent }), means);
  return supportBundle.parse(answer);
}

withSearch(
  'has the agent’s log in the order of time, and the agent’s last check before the call',
  async () => {
    const bundle = await bundleFor('admins');
    expect(bundle.log.map(({ text }) => text)).toEqual(['a', 'b', 'c']);
    expect(bundle.preflight).toMatchObject({ startedAt: at(-30), outcome: 'limited' });
    expect(bundle).toMatchObject({ call: { contactId, agent }, region: 'eu-central-1' });
  },
);

withSearch(
  'is there for who sees the call, without what is of no queue for who is limited to queues',
  async () => {
    const bundle = await bundleFor('managers', 'billing');
    expect(bundle.log).toHaveLength(3);
    expect(bundle.preflight).toBeNull();
    expect((await bundleFor('managers', 'service')).preflight).toMatchObject({ startedAt: at(-30) });
    await expect(bundleFor('managers', 'vip')).rejects.toMatchObject({ kind: 'notFound' });
  },
);

withSearch('an erasure finds the log by its contact, and by its agent', async () => {
  const { count } = makeSubjectDocuments(client);
  const [, logs = ''] = indices;
  // Other tests make indices meanwhile, whose shards nobody can ask yet.
  const patience = { timeout: 30_000, interval: 500 };
  await vi.waitFor(
    async () => expect(await count({ contact: contactId })).toMatchObject({ [logs]: 3 }),
    patience,
  );
  await vi.waitFor(async () => expect(await count({ agent })).toMatchObject({ [logs]: 2 }), patience);
});
