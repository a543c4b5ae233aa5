import fc from 'fast-check';
import { expect, test } from 'vitest';
import { silenceSeconds } from './silence.ts';

const now = new Date('2026-03-04T10:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);

test.each([
  ['nobody is signed in', 0, ago(3600), 0],
  ['nobody is signed in and nothing was ever stored', 0, undefined, 0],
  ['somebody is, and the newest message came just now', 1, ago(20), 20],
  ['somebody is, and nothing came for a quarter of an hour', 1, ago(900), 900],
  ['somebody is, and nothing came for a week', 3, ago(604_800), 86_400],
  ['somebody is, and nothing was ever stored', 3, undefined, 86_400],
  ['the search service’s clock is ahead', 1, ago(-5), 0],
])('when %s', (_, agents, newest, seconds) => {
  expect(silenceSeconds(agents, newest, now)).toBe(seconds);
});

test('never falls while nothing comes', () => {
  const moment = fc.integer({ min: 0, max: 200_000 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), moment, moment, (agents, a, b) => {
      const [sooner, later] = a < b ? [a, b] : [b, a];
      const from = silenceSeconds(agents, now, new Date(now.getTime() + sooner * 1000));
      expect(silenceSeconds(agents, now, new Date(now.getTime() + later * 1000))).toBeGreaterThanOrEqual(
        from,
      );
    }),
  );
});
