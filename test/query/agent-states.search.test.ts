import { Client } from '@opensearch-project/opensearch';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Ask } from '../../functions/query/ask.ts';
import { askSearch } from '../../functions/query/ask-search.ts';
import { buildLimitedMeans } from '../../functions/query/example-means.ts';
import { route } from '../../functions/query/route.ts';
import {
  type AgentStateDocument,
  agentStateMapping,
  agentStatesIndex,
} from '../../model/documents/agent-event.ts';
import { type AgentStates, agentStates } from '../../model/query/agent-states.ts';
import { fillIndex } from './fill-index.ts';

const url = process.env.OPENSEARCH_URL;
const client = new Client({ node: url ?? 'http://127.0.0.1:9200' });
const index = `${agentStatesIndex}-test-${process.pid}`;
const now = new Date('2003-05-06T10:00:00.000Z');
const ago = (seconds: number) => new Date(now.getTime() - 1000 * seconds).toISOString();
const contactId = '0c0ffee0-0000-4000-8000-000000000001';

function stateOf(agent: string | undefined, change: Partial<AgentStateDocument>): AgentStateDocument {
  return {
    instanceId: 'instance',
    ...(agent === undefined ? {} : { agent }),
    agentArn: `arn:${agent}`,
    agentHierarchy: { level1: 'Lisbon' },
    signedIn: true,
    at: ago(60),
    receivedAt: ago(59),
    eventType: 'HEART_BEAT',
    ...change,
  };
}

const documents = [
  stateOf('rui.martins', { state: { name: 'Lunch', type: 'CUSTOM', since: ago(600) } }),
  stateOf('ana.silva', {
    agentRoutingProfile: 'Sales',
    state: { name: 'Available', type: 'ROUTABLE', since: ago(900) },
    contacts: [{ contactId, state: 'CONNECTED' }],
  }),
  stateOf('ewa.mazur', { agentHierarchy: { level1: 'Krakow' }, signedIn: false, at: ago(7200) }),
  // Made anew under the same name.
  stateOf('ewa.mazur', { agentArn: 'arn:former', agentHierarchy: { level1: 'Krakow' }, at: ago(90_000) }),
  // Whose settings leave the name out.
  stateOf(undefined, { agentArn: 'arn:nameless' }),
];

beforeAll(async () => {
  if (url) await fillIndex(client, index, agentStateMapping, documents);
});
afterAll(async () => {
  if (url) await client.indices.delete({ index });
});

/** The index of everybody's states has one name: this one has its own, and no other test's states are in it. */
const ask: Ask = (searches) =>
  askSearch(client)(
    searches.map((search) => (search.index === agentStatesIndex ? { ...search, index } : search)),
  );

async function ofGroups(groups: readonly string[], filters: Record<string, string> = {}) {
  const limits = { krakow: { hierarchy: { level1: ['Krakow'] } }, billing: { queues: ['Billing'] } };
  const means = buildLimitedMeans(ask, groups, limits, { now: () => now });
  return agentStates.parse(await route('agent-states', new URLSearchParams(filters), means));
}
const names = ({ agents }: AgentStates) => agents.map(({ agent }) => agent);

test.skipIf(!url)('each agent’s last state, and since when; nothing where nothing is known', async () => {
  const answer = await ofGroups(['managers']);
  expect(answer).toEqual({
    at: now.toISOString(),
    more: false,
    agents: [
      {
        agent: 'ana.silva',
        routingProfile: 'Sales',
        signedIn: true,
        state: 'Available',
        stateType: 'ROUTABLE',
        since: ago(900),
        contacts: [{ contactId, state: 'CONNECTED' }],
        heardAt: ago(60),
      },
      {
        agent: 'ewa.mazur',
        routingProfile: null,
        signedIn: false,
        state: null,
        stateType: null,
        since: null,
        contacts: [],
        heardAt: ago(7200),
      },
      expect.objectContaining({ agent: 'rui.martins', state: 'Lunch', stateType: 'CUSTOM' }),
    ],
  });
});

test.skipIf(!url)('a manager of a team sees that team alone; agents belong to no queue', async () => {
  expect(names(await ofGroups(['managers', 'krakow']))).toEqual(['ewa.mazur']);
  expect(names(await ofGroups(['managers', 'krakow'], { agent: 'ana.silva' }))).toEqual([]);
  expect(names(await ofGroups(['managers', 'billing']))).toEqual([]);
});

test.skipIf(!url)('is narrowed by what is known of agents, and by nothing else', async () => {
  expect(names(await ofGroups(['managers'], { routingProfile: 'Sales' }))).toEqual(['ana.silva']);
  expect(names(await ofGroups(['managers'], { level1: 'Lisbon' }))).toEqual(['ana.silva', 'rui.martins']);
  await expect(ofGroups(['managers'], { queue: 'Billing' })).rejects.toMatchObject({ kind: 'invalid' });
});
