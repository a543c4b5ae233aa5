import { expect, test } from 'vitest';
import type { Ask, Search } from '../query/ask.ts';
import { callsAround } from './calls-around.ts';
import { brokenOff } from './contacts-of-hour.ts';
import { hourMillis } from './stretch.ts';

const from = Date.parse('2026-03-04T10:00:00.000Z');
const stretch = { from, to: from + hourMillis };

test('of a call that goes on since long before a stretch it is known, too, that it broke off', async () => {
  const asked: Search[] = [];
  const ask: Ask = async (searches) => {
    asked.push(...searches);
    return searches.map(() => ({ hits: { hits: [] } }));
  };
  await callsAround(stretch, await brokenOff(stretch, ask), ask);
  const bounds = asked.map(({ body }) => /[sS]tartedAt":(\{"gte":[^}]*\})/.exec(JSON.stringify(body))?.[1]);
  expect(bounds).toEqual(
    Array(2).fill('{"gte":"2026-03-04T06:00:00.000Z","lte":"2026-03-04T11:00:00.000Z"}'),
  );
});
