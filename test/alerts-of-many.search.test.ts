import { Client } from '@opensearch-project/opensearch';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultRules } from '../dashboards/alerts/default-rules.ts';
import { look } from '../functions/alert/look.ts';
import { askSearch } from '../functions/query/ask-search.ts';
import type { AlertRule } from '../model/alerts/rule.ts';
import { callMapping } from '../model/documents/call.ts';
import { fillIndex } from './query/fill-index.ts';

const client = new Client({ node: process.env.OPENSEARCH_URL ?? 'http://127.0.0.1:9200' });
const index = `softphone-calls-test-many-${process.pid}-${Date.now()}`;
const now = new Date('2003-03-04T18:00:00.000Z');

/** Calls of the last minutes before `now`. */
function callsOf(agent: string, rating: string, count: number): object[] {
  return Array.from({ length: count }, (_, i) => {
    const at = new Date(now.getTime() - (i + 2) * 60_000).toISOString();
    return { '@timestamp': at, endedAt: at, agent, rating, contactId: `${agent}-${i}` };
  });
}

/** More than one answer tells of, and all of them have more calls than the one whose calls are poor. */
const others = Array.from({ length: 1100 }, (_, i) => callsOf(`agent-${i}`, 'good', 6)).flat();
beforeAll(() => fillIndex(client, index, callMapping, [...others, ...callsOf('rui', 'poor', 4)]));
afterAll(() => client.indices.delete({ index }));

const ofRuns = defaultRules.find(({ kind }) => kind === 'run');
const ofAgents = { ...defaultRules[0], id: 'by-agent', split: 'agent', minimumCount: 4 } as AlertRule;

test('among more agents than one answer tells of, those with poor calls are seen', async () => {
  const rules = [ofRuns, ofAgents].filter((rule) => rule !== undefined);
  const seen = await look(rules, [], askSearch(client), now);
  for (const rule of rules) {
    const bad = (seen.get(rule.id) ?? []).filter(({ verdict }) => verdict === 'bad');
    expect(bad).toMatchObject([{ group: 'rui', value: rule.kind === 'run' ? 4 : 100 }]);
  }
});
