import { expect, test } from 'vitest';
import { callQuery, callsQuery, fromQueryString, overviewQuery } from './filters.ts';
import { chooseInterval } from './interval.ts';

const range: [string, string][] = [
  ['from', '2026-03-04T00:00:00Z'],
  ['to', '2026-03-05T00:00:00Z'],
];

test('reads repeated dimensions as lists, and everything else once', () => {
  const query: [string, string][] = [
    ...range,
    ['queue', 'A, B'],
    ['queue', 'C'],
    ['site', ''],
    ['missed', 'true'],
  ];
  expect(overviewQuery.parse(fromQueryString(query))).toMatchObject({
    queue: ['A, B', 'C'],
    site: [''],
    missed: true,
    zone: 'UTC',
  });
});

test('writes a zone as the search service spells it', () => {
  const { zone } = overviewQuery.parse(fromQueryString([...range, ['zone', 'europe/lisbon']]));
  expect(zone).toBe('Europe/Lisbon');
});

test.each([
  ['+18:00', true],
  ['-18:00', true],
  ['+0530', true],
  ['+18:01', false],
  ['-19:00', false],
  ['+23:59', false],
])('of zone %s, the search service takes it: %s', (zone, isTaken) => {
  expect(overviewQuery.safeParse(fromQueryString([...range, ['zone', zone]])).success).toBe(isTaken);
});

test('a cursor comes back as it was given', () => {
  const after = ['-Infinity', '9b5f0c1e-4d2a-4f57-9a3c-1f0e2d3c4b5a', 'ana.silva'];
  const query = fromQueryString([...range, ['sort', 'mos'], ['after', JSON.stringify(after)]]);
  expect(callsQuery.parse(query).after).toEqual(after);
});

test.each([null, '-Infinity', 1.5, 2 ** 60])('a list by time cannot go on after %j', (at) => {
  const query = fromQueryString([...range, ['after', JSON.stringify([at, 'id', 'ana.silva'])]]);
  expect(callsQuery.safeParse(query).error?.issues[0]?.path).toEqual(['after']);
});

test('chooses columns that are wide enough', () => {
  const hour = 3_600_000;
  expect(chooseInterval(0, hour, 200).name).toBe('1m');
  expect(chooseInterval(0, 24 * hour, 200).name).toBe('15m');
  expect(chooseInterval(0, 7 * 24 * hour, 200).name).toBe('1h');
  expect(chooseInterval(0, 400 * 24 * hour, 200).name).toBe('1w');
});

test('a call is asked for with the one agent whose it is', () => {
  const ask = (...agents: string[]) =>
    callQuery.safeParse(fromQueryString(agents.map((agent) => ['agent', agent])));
  expect(ask('ana.silva').data).toEqual({ agent: 'ana.silva' });
  expect(ask().data).toEqual({});
  expect(ask('ana.silva', 'joao.santos').success).toBe(false);
});

test('a range is known to the millisecond, however many digits it was given with', () => {
  const given = [
    ['from', '2026-01-01T00:00:00.123456789012Z'],
    ['to', '2026-01-02T00:00:00Z'],
  ] as const;
  expect(overviewQuery.parse(fromQueryString(given))).toMatchObject({
    from: '2026-01-01T00:00:00.123Z',
    to: '2026-01-02T00:00:00.000Z',
  });
});
