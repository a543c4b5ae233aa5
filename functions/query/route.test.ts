import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dimensions } from '../../model/query/dimension.ts';
import { filterFields } from '../../model/query/documents-know.ts';
import type { ManagerView } from '../../model/query/manager-view.ts';
import { pageIds } from '../../model/query/page.ts';
import { queryRoutes } from '../../model/query/routes.ts';
import { KnownError } from '../errors.ts';
import type { Ask, Search } from './ask.ts';
import { buildMeans } from './example-means.ts';
import { limitedAsk } from './limited-ask.ts';
import { route } from './route.ts';
import { clauseOfView } from './view.ts';

const range: [string, string][] = [
  ['from', '2026-03-04T00:00:00Z'],
  ['to', '2026-03-05T00:00:00Z'],
];
const page = fc.constantFrom(...pageIds);
const nothing = { hits: { total: { value: 0 }, hits: [] } };

/** Asks a route and gives the searches that it made; the search service finds nothing. */
async function searchesOf(
  path: string,
  query: [string, string][],
  view: ManagerView = { limits: null, apiCalls: true },
  asked: Search[] = [],
): Promise<Search[]> {
  const ask: Ask = async (searches: readonly Search[]) => {
    asked.push(...searches);
    return searches.map(() => nothing);
  };
  await route(path, new URLSearchParams(query), buildMeans(limitedAsk(ask, view), { view }));
  return asked;
}

type Place = { readonly path: string; readonly text: string };

/** Every text within JSON with the keys that lead to it, and every key as a text of its own. */
function textsIn(value: unknown, path = ''): Place[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((inner) => textsIn(inner, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    { path: `${path}.`, text: key },
    ...textsIn(inner, `${path}/${key}`),
  ]);
}

const marker = 'zz-user-text';
const hostile = fc
  .oneof(
    fc.string(),
    fc.constantFrom('*', '" OR 1=1', '{"match_all":{}}', '../_all', '__proto__', '[* TO *]'),
  )
  .map((text) => marker + text.slice(0, 60));

test('what a user writes is only ever a whole value of term, terms or prefix, at a field of ours', async () => {
  const filter = fc.tuple(fc.constantFrom(...dimensions, 'operation'), hostile);
  await fc.assert(
    fc.asyncProperty(
      page,
      fc.array(filter, { minLength: 1, maxLength: 5 }),
      hostile,
      async (page, filters, search) => {
        const searches = [
          ...(await searchesOf('overview', [...range, ...filters])),
          ...(await searchesOf('findings', [...range, ...filters])),
          ...(await searchesOf('page', [['page', page], ...range, ...filters])),
          ...(await searchesOf(
            'now',
            filters.filter(([name]) => name !== 'operation'),
          )),
          ...(await searchesOf('agents', [...range, ...filters])),
          ...(await searchesOf('filters', [...range, ...filters])),
          ...(await searchesOf('filters', [...range, ...filters, ['of', 'contacts']])),
          ...(await searchesOf('calls', [...range, ...filters, ['search', search]])),
        ];
        const given = [...filters.map(([, value]) => value), search.trim().toLowerCase()];
        const fields = Object.values(filterFields).join('|');
        const place = new RegExp(`(/terms/(${fields})\\[\\]|/prefix/(contactId|agent)/value)$`);
        for (const { path, text } of textsIn(searches)) {
          if (!text.toLowerCase().includes(marker)) continue;
          expect(given).toContain(text);
          expect(path).toMatch(place);
        }
      },
    ),
    { numRuns: 30 },
  );
});

test('what is no number is not looked for where values are numbers', async () => {
  const filters: [string, string][] = [
    ['cpuCount', '8'],
    ['cpuCount', 'many'],
    ['memory', '1e3'],
  ];
  const [asked] = await searchesOf('calls', [...range, ...filters]);
  expect(asked?.body.query).toMatchObject({
    bool: {
      filter: expect.arrayContaining([
        { terms: { 'device.cpuCount': ['8'] } },
        { terms: { 'device.memoryGiB': [] } },
      ]),
    },
  });
});

/** All of the query language that we write. No script, no wildcard, no expression that a user could steer. */
const ourWords =
  /^(bool|filter|should|must_not|minimum_should_match|term|terms|prefix|range|exists|match_all|missing)$/;
const noWords =
  /^(script|script_fields|runtime_mappings|wildcard|regexp|fuzzy|query_string|simple_query_string|.*match_phrase.*|more_like_this|intervals|template)$/;

test('whatever is given for whichever parameter, the queries are made of our words alone', async () => {
  const names = [
    'zone',
    'rating',
    'missed',
    'setupFailed',
    'sort',
    'order',
    'after',
    'size',
    'search',
    'agent',
    'page',
    'by',
    'panel',
    'failure',
    'operation',
  ];
  const pair = fc.tuple(fc.constantFrom(...names, ...dimensions), fc.oneof(hostile, fc.json(), fc.string()));
  let sent = 0;
  const elsewhere = ['health', 'alerts', 'alert-rules'];
  const ours = Object.keys(queryRoutes).filter((path) => !elsewhere.includes(path));
  const contact = '9b5f0c1e-4d2a-4f57-9a3c-1f0e2d3c4b5a';
  const path = fc.constantFrom(...ours, `calls/${contact}`, `contacts/${contact}/support-bundle`);
  await fc.assert(
    fc.asyncProperty(path, fc.array(pair, { maxLength: 4 }), fc.boolean(), async (path, pairs, isCall) => {
      const asked: Search[] = [];
      const refused = await searchesOf(path, isCall ? pairs : [...range, ...pairs], undefined, asked).catch(
        (error: unknown) => error,
      );
      if (refused instanceof Error) expect(refused).toBeInstanceOf(KnownError);
      sent += asked.length;
      for (const { body } of asked) {
        expect(keysIn(body).filter((key) => noWords.test(key))).toEqual([]);
        for (const clause of clausesIn(body.query)) expect(clause).toMatch(ourWords);
      }
    }),
    { numRuns: 600 },
  );
  expect(sent).toBeGreaterThan(100);
});

/** The words of a query, down to where the fields begin. */
function clausesIn(query: unknown): string[] {
  if (Array.isArray(query)) return query.flatMap(clausesIn);
  if (typeof query !== 'object' || query === null) return [];
  return Object.entries(query).flatMap(([key, inner]) => [
    key,
    ...(/^(bool|filter|should|must_not)$/.test(key) ? clausesIn(inner) : []),
  ]);
}

function keysIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(Array.isArray(value) ? [] : [key]),
    ...keysIn(inner),
  ]);
}

test('whatever a limited manager asks, each search carries the limit', async () => {
  const view: ManagerView = { limits: [{ queue: ['Billing'] }], apiCalls: false };
  const filter = fc.tuple(fc.constantFrom(...dimensions), fc.oneof(hostile, fc.constantFrom('', 'Sales')));
  await fc.assert(
    fc.asyncProperty(page, fc.array(filter, { maxLength: 5 }), async (page, filters) => {
      const asked = [...range, ...filters];
      const searches = [
        ...(await searchesOf('overview', asked, view)),
        ...(await searchesOf('findings', asked, view)),
        ...(await searchesOf('page', [['page', page], ...asked], view)),
        ...(await searchesOf('now', filters, view)),
        ...(await searchesOf('agents', asked, view)),
        ...(await searchesOf('last-checks', asked, view)),
        ...(await searchesOf('filters', asked, view)),
        ...(await searchesOf('filters', [...asked, ['of', 'contacts']], view)),
        ...(await searchesOf('calls', asked, view)),
      ];
      for (const { index, body } of searches) {
        expect(body.query).toEqual({ bool: { filter: [expect.anything(), clauseOfView(view, index)] } });
      }
    }),
    { numRuns: 20 },
  );
  const call = 'calls/9b5f0c1e-4d2a-4f57-9a3c-1f0e2d3c4b5a';
  await expect(searchesOf(call, [], view)).rejects.toMatchObject({ kind: 'notFound' });
  const bundle = 'contacts/9b5f0c1e-4d2a-4f57-9a3c-1f0e2d3c4b5a/support-bundle';
  await expect(searchesOf(bundle, [], view)).rejects.toMatchObject({ kind: 'notFound' });
});

test('every search is bounded', async () => {
  const searches = [
    ...(await searchesOf('overview', range)),
    ...(await searchesOf('findings', range)),
    ...(await searchesOf('page', [['page', 'technical'], ...range])),
    ...(await searchesOf('page', [['page', 'network'], ...range])),
    ...(await searchesOf('now', [])),
    ...(await searchesOf('agents', range)),
    ...(await searchesOf('filters', range)),
    ...(await searchesOf('calls', [...range, ['size', '100']])),
  ];
  expect(searches.length).toBeGreaterThan(10);
  for (const { index, body } of searches) {
    expect(index).toMatch(/^softphone-[a-z-]+-\*$/);
    const most = index.startsWith('softphone-stream-stats') ? 10_000 : 501;
    expect(Number(body.size)).toBeLessThanOrEqual(most);
  }
});

test('any query string gives an answer or a refusal, never a fault of ours', async () => {
  const name = fc.oneof(
    fc.constantFrom(
      'from',
      'to',
      'zone',
      'queue',
      'rating',
      'missed',
      'sort',
      'order',
      'after',
      'size',
      'search',
    ),
    fc.string(),
  );
  const path = fc.oneof(
    fc.constantFrom('overview', 'page', 'now', 'agents', 'findings', 'filters', 'calls', 'calls/9b5f0c1e'),
    fc.string(),
  );
  await fc.assert(
    fc.asyncProperty(path, fc.array(fc.tuple(name, fc.string()), { maxLength: 6 }), async (path, query) => {
      const refused = await searchesOf(path, query).then(
        () => undefined,
        (error: unknown) => error,
      );
      if (refused !== undefined) expect(refused).toBeInstanceOf(KnownError);
    }),
  );
});

test.each([
  ['a filter that is misspelt', [['que', 'Billing']]],
  ['a range that ends before it begins', [['to', '2026-03-01T00:00:00Z']]],
  ['a range of years', [['to', '2036-03-01T00:00:00Z']]],
  ['a zone that there is not', [['zone', 'Europe/Atlantis']]],
  ['a rating that there is not', [['rating', 'splendid']]],
  [
    'a single value given twice',
    [
      ['zone', 'UTC'],
      ['zone', 'UTC'],
    ],
  ],
] as [string, [string, string][]][])('refuses %s and does not repeat it', async (_, change) => {
  const changed = new Set(change.map(([name]) => name));
  const query = [...range.filter(([name]) => !changed.has(name)), ...change];
  const refusal = await searchesOf('overview', query).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ kind: 'invalid' });
  expect(JSON.stringify((refusal as KnownError).faults)).not.toMatch(/Atlantis|splendid|que\b/);
});

test.each([
  ['an unknown size', [['size', '1000']]],
  ['a sort that there is not', [['sort', 'agent']]],
  ['a cursor of somebody’s own', [['after', '{"script":"x"}']]],
] as [string, [string, string][]][])('the list of calls refuses %s', async (_, change) => {
  await expect(searchesOf('calls', [...range, ...change])).rejects.toMatchObject({ kind: 'invalid' });
});

test('says which call it does not have', async () => {
  await expect(searchesOf('calls/9b5f0c1e-4d2a-4f57-9a3c-1f0e2d3c4b5a', [])).rejects.toMatchObject({
    kind: 'notFound',
  });
  await expect(searchesOf('calls/..%2f_all', [])).rejects.toMatchObject({ kind: 'notFound' });
});
