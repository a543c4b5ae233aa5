import { expect, test } from 'vitest';
import { erasureId, makeErasures } from './erasures.ts';

const about = { agent: 'ana.silva', contactId: 'c-1', startedAt: '2026-03-04T10:00:00.000Z' };
const noon = Date.parse('2026-03-04T12:00:00.000Z');

type Asked = { body: { size: number; query: { range: { erasedAt: { gte: number; lte?: number } } } } };

/** The index of marks, as a search that gives the newest first sees it. */
function setUp() {
  const marks = new Map<string, number>();
  const asked: number[] = [];
  let isUp = true;
  let at = noon;
  const search = {
    search: async ({ body: { size, query } }: Asked) => {
      if (!isUp) throw new Error('out of reach');
      const { gte, lte = Number.POSITIVE_INFINITY } = query.range.erasedAt;
      const found = [...marks].filter(([, erasedAt]) => erasedAt >= gte && erasedAt <= lte);
      const hits = found
        .sort(([, a], [, b]) => b - a)
        .slice(0, size)
        .map(([_id, erasedAt]) => ({ _id, _source: { erasedAt: new Date(erasedAt).toISOString() } }));
      asked.push(hits.length);
      return { body: { hits: { hits } } };
    },
  };
  return {
    erasures: makeErasures(search as never, () => at),
    erase: (id: string, erasedAt = noon) => void marks.set(id, erasedAt),
    reach: (its: boolean) => {
      isUp = its;
    },
    wait: (millis = 10_000) => {
      at += millis;
    },
    asked,
  };
}

test('covers a contact that was erased, whenever its messages come', async () => {
  const { erasures, erase } = setUp();
  erase(erasureId({ contact: 'C-1' }));
  expect(await erasures.cover(about)).toBe(true);
  expect(await erasures.cover({ ...about, startedAt: '2026-03-05T10:00:00.000Z' })).toBe(true);
  expect(await erasures.cover({ ...about, contactId: 'c-2' })).toBe(false);
});

test('covers an agent’s time before the erasure, and no other agent’s', async () => {
  const { erasures, erase } = setUp();
  erase(erasureId({ agent: 'Ana.Silva' }));
  expect(await erasures.cover(about)).toBe(true);
  expect(await erasures.cover({ ...about, agent: 'rui.martins' })).toBe(false);
  // By a clock that may be 30 s wrong, before it is corrected.
  expect(await erasures.cover({ ...about, startedAt: '2026-03-04T12:00:30.000Z' })).toBe(true);
  expect(await erasures.cover({ ...about, startedAt: '2026-03-04T12:00:30.001Z' })).toBe(false);
});

test('asks once in ten seconds, and sees the new one then', async () => {
  const { erasures, erase, wait, asked } = setUp();
  await Promise.all([erasures.cover(about), erasures.cover(about)]);
  erase(erasureId({ contact: 'c-1' }));
  expect(await erasures.cover(about)).toBe(false);
  expect(asked).toHaveLength(1);
  wait();
  expect(await erasures.cover(about)).toBe(true);
});

test('however many there are, it knows them all, and then asks only for the new ones', async () => {
  const { erasures, erase, wait, asked } = setUp();
  for (let i = 0; i < 25_000; i++) erase(erasureId({ contact: `c-${i}` }), noon - i * 60_000);
  for (const contactId of ['c-0', 'c-9999', 'c-10000', 'c-24999']) {
    expect(await erasures.cover({ ...about, contactId })).toBe(true);
  }
  expect(await erasures.cover({ ...about, contactId: 'c-25000' })).toBe(false);
  wait();
  // Its time is from before others were known: a mark is written a moment later.
  erase(erasureId({ contact: 'c-25000' }), noon - 30_000);
  const before = asked.length;
  expect(await erasures.cover({ ...about, contactId: 'c-25000' })).toBe(true);
  expect(asked.slice(before)).toEqual([62]);
  expect(await erasures.cover({ ...about, contactId: 'c-24999' })).toBe(true);
});

test('what it knew is not enough when nobody can say what is new, and nobody is asked for every message', async () => {
  const { erasures, erase, wait, reach, asked } = setUp();
  expect(await erasures.cover(about)).toBe(false);
  erase(erasureId({ contact: 'c-1' }));
  reach(false);
  expect(await erasures.cover(about)).toBe(false);
  wait();
  const unavailable = { kind: 'unavailable' };
  await expect(erasures.cover(about)).rejects.toMatchObject(unavailable);
  reach(true);
  await expect(erasures.cover(about)).rejects.toMatchObject(unavailable);
  expect(asked).toHaveLength(1);
  wait(2000);
  expect(await erasures.cover(about)).toBe(true);
});
