import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Loss } from './loss.ts';
import { seededRandom } from './random.ts';

function lostOf(packets: number, percent: number, seed: number): number {
  const loss = new Loss(seededRandom(seed));
  return Array.from({ length: packets }, () => loss.next(percent)).filter(Boolean).length;
}

test('over whole blocks of 100 packets the share is what was asked for', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 100, noNaN: true }), fc.integer(), (percent, seed) => {
      expect(Math.abs(lostOf(1_000, percent, seed) - percent * 10)).toBeLessThan(1.001);
    }),
  );
});

test('a call of 70 s at 5 % loses 175 of 3500 packets', () => {
  expect(lostOf(3_500, 5, 1)).toBe(175);
});

test('nothing and everything are possible', () => {
  expect(lostOf(250, 0, 1)).toBe(0);
  expect(lostOf(250, 100, 1)).toBe(250);
});

test('a change counts from the next packet on', () => {
  const loss = new Loss(seededRandom(7));
  for (let packet = 0; packet < 42; packet += 1) expect(loss.next(0)).toBe(false);
  expect(loss.next(100)).toBe(true);
  expect(loss.next(0)).toBe(false);
});
