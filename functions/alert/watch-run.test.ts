import { expect, test } from 'vitest';
import { defaultRules } from '../../dashboards/alerts/default-rules.ts';
import type { RunRule } from '../../model/alerts/rule.ts';
import { runSearch, seenOfRuns } from './watch-run.ts';

const rule = defaultRules.find(({ kind }) => kind === 'run') as RunRule;
const now = new Date('2026-03-04T18:00:00Z');

/** An agent's newest calls as the search engine gives them: `p` a poor one, `g` a good one, the newest first. */
function agent(name: string, calls: string, site?: string, team = 'Orders') {
  const hits = [...calls].map((rating) => ({
    fields: {
      rating: [rating === 'p' ? 'poor' : 'good'],
      ...(site ? { site: [site] } : {}),
      'agentHierarchy.level1': ['Service'],
      'agentHierarchy.level2': [team],
    },
  }));
  const poor = [...calls].filter((rating) => rating === 'p').length;
  return { key: name, doc_count: calls.length, poor: { doc_count: poor }, latest: { hits: { hits } } };
}
const site = (key: string, poor: number, judged: number) => ({
  key,
  doc_count: judged,
  poor: { doc_count: poor },
});
const see = (agents: readonly object[], sites: readonly object[] = []) =>
  seenOfRuns(rule, { agents: { buckets: agents }, sites: { buckets: sites } });

test('asks for calls that have ended, and leaves out what another rule has raised', () => {
  const text = JSON.stringify(runSearch(rule, [{ term: { site: 'Krakow' } }], now));
  expect(text).toContain('{"range":{"endedAt":{"lte":"2026-03-04T18:00:00.000Z"}}}');
  expect(text).toContain('{"range":{"@timestamp":{"gte":"2026-03-04T10:00:00.000Z"');
  expect(text).toContain('{"must_not":[{"term":{"site":"Krakow"}}]}');
});

test('counts an agent’s poor calls in a row, against those of the others at the site', () => {
  const seen = see(
    [agent('rui', 'pppppg', 'Lisbon'), agent('ana', 'gppppp', 'Lisbon'), agent('ewa', 'pppppp', 'Krakow')],
    [site('Lisbon', 12, 212), site('Krakow', 96, 106)],
  );
  expect(seen.map(({ group, verdict, value }) => [group, verdict, value])).toEqual([
    ['rui', 'bad', 5],
    ['ana', 'between', 0],
    ['ewa', 'between', 6],
  ]);
});

test('an agent at no known site is compared with the others at none', () => {
  expect(see([agent('rui', 'ppppp')])).toMatchObject([{ verdict: 'bad' }]);
  const everybody = seenOfRuns(rule, {
    agents: { buckets: [agent('rui', 'ppppp')] },
    nowhere: { doc_count: 105, poor: { doc_count: 85 } },
  });
  expect(everybody).toMatchObject([{ verdict: 'between' }]);
});

test('says whose they are: the agent’s, and the teams’ in which all of the calls were', () => {
  const [seen] = see([agent('rui', 'ppppp', 'Lisbon')]);
  expect(seen?.scope).toEqual({ agent: ['rui'], level1: ['Service'], level2: ['Orders'] });
  const both = {
    ...agent('rui', 'pp'),
    latest: {
      hits: {
        hits: [
          ...agent('rui', 'p').latest.hits.hits,
          ...agent('rui', 'p', 'Lisbon', 'Claims').latest.hits.hits,
        ],
      },
    },
  };
  expect(see([both])[0]?.scope).toEqual({ agent: ['rui'], level1: ['Service'] });
});
