import { expect, test } from 'vitest';
import { erasureId, makeErasures } from './erasures.ts';

const about = { agent: 'ana.silva', contactId: 'c-1', startedAt: '2026-03-04T10:00:00.000Z' };

function setUp() {
  let hits: { _id: string; _source: object }[] | undefined = [];
  let asked = 0;
  let at = 0;
  const search = {
    search: async () => {
      asked++;
      if (!hits) throw new Error('out of reach');
      return { body: { hits: { hits } } };
    },
  };
  return {
    erasures: makeErasures(search as never, () => at),
    erase: (...ids: string[]) => {
      hits = ids.map((_id) => ({ _id, _source: { erasedAt: '2026-03-04T12:00:00.000Z' } }));
    },
    breakDown: () => {
      hits = undefined;
    },
    wait: () => {
      at += 11_000;
    },
    asked: () => asked,
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
  expect(await erasures.cover({ ...about, startedAt: '2026-03-04T12:00:01.000Z' })).toBe(false);
  expect(await erasures.cover({ ...about, agent: 'rui.martins' })).toBe(false);
});

test('asks once in ten seconds, and sees the new one then', async () => {
  const { erasures, erase, wait, asked } = setUp();
  await Promise.all([erasures.cover(about), erasures.cover(about)]);
  erase(erasureId({ contact: 'c-1' }));
  expect(await erasures.cover(about)).toBe(false);
  expect(asked()).toBe(1);
  wait();
  expect(await erasures.cover(about)).toBe(true);
});

test('out of reach it says what it knew, and nothing when it knew nothing', async () => {
  const { erasures, erase, wait, breakDown } = setUp();
  breakDown();
  await expect(erasures.cover(about)).rejects.toMatchObject({ kind: 'unavailable' });
  erase(erasureId({ contact: 'c-1' }));
  expect(await erasures.cover(about)).toBe(true);
  wait();
  breakDown();
  expect(await erasures.cover(about)).toBe(true);
});
