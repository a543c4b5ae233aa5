import { expect, test } from 'vitest';
import type { ManagerLimits } from '../../model/settings/manager-limits.ts';
import type { Search } from './ask.ts';
import { limitedAsk } from './limited-ask.ts';
import { clauseOfView, viewOf } from './view.ts';

const limits: ManagerLimits = {
  billing: { queues: ['Billing'] },
  lisbon: { hierarchy: { level1: ['Lisbon'], level2: ['Team A', 'Team B'] } },
  both: { queues: ['Sales'], hierarchy: { level1: ['Lisbon'] } },
  nothing: { queues: [] },
};
const everything = { limits: null, apiCalls: true };
const queue = { bool: { filter: [{ terms: { contactQueue: ['Billing'] } }] } };
const lisbon = {
  bool: {
    filter: [
      { terms: { 'agentHierarchy.level1': ['Lisbon'] } },
      { terms: { 'agentHierarchy.level2': ['Team A', 'Team B'] } },
    ],
  },
};
const anyOf = (...should: object[]) => ({ bool: { should, minimum_should_match: 1 } });

test.each([
  ['in no limiting group', ['managers']],
  ['an admin, whatever else', ['admins', 'billing', 'managers']],
  ['in a group that is a name every object has', ['managers', 'constructor', 'toString']],
])('sees everything who is %s', (_, groups) => {
  expect(viewOf(groups, limits)).toEqual(everything);
});

test('several groups add up, and within one all must hold', () => {
  const view = viewOf(['managers', 'billing', 'lisbon'], limits);
  expect(view).toEqual({
    limits: [{ queue: ['Billing'] }, { level1: ['Lisbon'], level2: ['Team A', 'Team B'] }],
    apiCalls: true,
  });
  expect(clauseOfView(view, 'softphone-calls-*')).toEqual(anyOf(queue, lisbon));
});

test('API calls have no queue: a limit by queue shows none of them, one by hierarchy its agents’', () => {
  const api = 'softphone-api-metrics-*';
  for (const group of ['billing', 'both', 'nothing']) {
    expect(viewOf([group], limits).apiCalls).toBe(false);
    expect(clauseOfView(viewOf([group], limits), api)).toEqual({ match_none: {} });
  }
  expect(clauseOfView(viewOf(['billing', 'lisbon'], limits), api)).toEqual(anyOf(lisbon));
});

test('of what Connect counts, a limit by queue shows queues’ figures, one by hierarchy agents’, none the statuses of all', () => {
  expect(clauseOfView(viewOf(['billing'], limits), 'connect-historical-metrics-*')).toEqual(anyOf(queue));
  expect(clauseOfView(viewOf(['lisbon'], limits), 'connect-historical-metrics-*')).toEqual(anyOf(lisbon));
  expect(clauseOfView(viewOf(['billing'], limits), 'connect-current-metrics-*')).toEqual(anyOf(queue));
  expect(clauseOfView(viewOf(['lisbon'], limits), 'connect-current-metrics-*')).toEqual({ match_none: {} });
});

test('of an index that nobody has described, a limited manager sees nothing', () => {
  const view = viewOf(['billing'], limits);
  for (const index of ['connect-agent-events-*', 'connect-*', 'softphone-*', 'constructor']) {
    expect(clauseOfView(view, index)).toEqual({ match_none: {} });
  }
});

test('every search is sent with the limit around its query', async () => {
  const sent: Search[] = [];
  const ask = limitedAsk(
    async (searches) => {
      sent.push(...searches);
      return [];
    },
    viewOf(['billing'], limits),
  );
  const query = { bool: { should: [{ match_all: {} }] } };
  await ask([
    { index: 'softphone-calls-*', body: { size: 1, query } },
    { index: 'softphone-calls-*', body: { size: 0 } },
  ]);
  expect(sent.map(({ body }) => body.query)).toEqual([
    { bool: { filter: [query, anyOf(queue)] } },
    { bool: { filter: [{ match_all: {} }, anyOf(queue)] } },
  ]);
});

test.each([
  ['an aggregation over all documents', { aggs: { all: { global: {}, aggs: {} } } }],
  ['names of what does not match', { aggs: { a: { terms: { field: 'agent', min_doc_count: 0 } } } }],
  ['suggestions', { suggest: { a: { text: 'x' } } }],
])('refuses to send %s', (_, body) => {
  const ask = limitedAsk(async () => [], viewOf(['billing'], limits));
  expect(() => ask([{ index: 'softphone-calls-*', body }])).toThrow('cannot be limited');
});
