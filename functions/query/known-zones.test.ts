import { expect, test } from 'vitest';
import { offsetMillis } from '../../model/query/zone.ts';
import type { Search } from './ask.ts';
import { allOf, during } from './conditions.ts';
import { inKnownZones } from './known-zones.ts';

const query = allOf([
  { term: { agent: 'America/Coyhaique' } },
  during('2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'),
]);
const search = (zone: string): Search => ({
  index: 'softphone-calls-*',
  body: {
    size: 0,
    query,
    aggs: { days: { date_histogram: { time_zone: zone } } },
  },
});
const zoneOf = (text: string) => /"time_zone":"([^"]+)"/.exec(text)?.[1] ?? '';

/** An engine that knows no zone of this beginning, and what it was asked. */
function engineWithout(beginning: string) {
  const asked: (readonly Search[])[] = [];
  const ask = inKnownZones(async (searches) => {
    asked.push(searches);
    const zone = zoneOf(JSON.stringify(searches));
    if (!zone.startsWith(beginning)) return [];
    const error = { caused_by: { reason: `Unknown time-zone ID: ${zone}` } };
    throw Object.assign(new Error('Response Error'), { statusCode: 400, body: { error } });
  });
  return { ask, asked, zones: () => asked.map((searches) => zoneOf(JSON.stringify(searches))) };
}

test('a zone that the engine knows is asked as it is', async () => {
  const { ask, zones } = engineWithout('America/');
  await ask([search('Europe/Lisbon')]);
  expect(zones()).toEqual(['Europe/Lisbon']);
});

test('one that it does not know is asked by what has its clock, from the second request on at once', async () => {
  const { ask, zones } = engineWithout('America/');
  await ask([search('America/Coyhaique')]);
  await ask([search('America/Coyhaique')]);
  expect(zones()).toEqual(['America/Coyhaique', '-03:00', '-03:00']);
});

test('two requests at once may both be the first', async () => {
  const { ask, zones } = engineWithout('America/');
  await Promise.all([ask([search('America/Coyhaique')]), ask([search('America/Coyhaique')])]);
  expect(zones()).toEqual(['America/Coyhaique', 'America/Coyhaique', '-03:00', '-03:00']);
});

test('a change of clocks in the range is kept, by another zone', async () => {
  const { ask, asked, zones } = engineWithout('America/New_York');
  const summer = {
    range: { '@timestamp': { gte: '2026-03-01T00:00:00.000Z', lt: '2026-04-01T00:00:00.000Z' } },
  };
  const { index, body } = search('America/New_York');
  await ask([{ index, body: { ...body, query: summer } }]);
  expect(asked).toHaveLength(2);
  const [march, april] = ['2026-03-01T12:00:00Z', '2026-03-20T12:00:00Z'].map(Date.parse);
  const offsets = [march, april].map((at) => offsetMillis(zones()[1] ?? '', at ?? 0) / 3_600_000);
  expect(offsets).toEqual([-5, -4]);
});

test('nothing but the zone is replaced', async () => {
  const { ask, asked } = engineWithout('America/');
  await ask([search('America/Coyhaique')]);
  expect(asked[1]).toEqual([search('-03:00')]);
});

test('what is refused for another reason stays refused', async () => {
  const error = Object.assign(new Error('Response Error'), { statusCode: 400, body: { error: 'too many' } });
  const ask = inKnownZones(() => Promise.reject(error));
  await expect(ask([search('Europe/Lisbon')])).rejects.toBe(error);
});
