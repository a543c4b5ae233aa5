import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AgentStretch, agentFigureNames } from './agent-figures.ts';
import { splitHalfHour } from './split-half-hour.ts';

const halfHours = fc
  .tuple(fc.nat(1800), fc.nat(1800), fc.nat(1800))
  .filter(([pause, idle, busy]) => pause + idle + busy <= 1800)
  .map(
    ([pause, idle, busy]): AgentStretch => ({
      agent: 'ana.silva',
      from: 0,
      onlineSeconds: pause + idle + busy,
      nonProductiveSeconds: pause,
      idleSeconds: idle,
    }),
  );

test('two quarters add up to their half hour, and each is one that can be', () => {
  fc.assert(
    fc.property(halfHours, (whole) => {
      const quarters = splitHalfHour(whole);
      for (const name of agentFigureNames) {
        expect(quarters[0][name] + quarters[1][name]).toBe(whole[name]);
        expect(Math.abs(quarters[0][name] - quarters[1][name])).toBeLessThanOrEqual(1);
      }
      for (const { onlineSeconds, nonProductiveSeconds, idleSeconds } of quarters) {
        expect(onlineSeconds).toBeLessThanOrEqual(900);
        expect(nonProductiveSeconds + idleSeconds).toBeLessThanOrEqual(onlineSeconds);
        expect(Math.min(nonProductiveSeconds, idleSeconds)).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

test('a second that is left over is in the first quarter, the next in the second', () => {
  const whole = { agent: 'a', from: 0, onlineSeconds: 1001, nonProductiveSeconds: 301, idleSeconds: 101 };
  expect(splitHalfHour(whole)).toEqual([
    { agent: 'a', from: 0, onlineSeconds: 501, nonProductiveSeconds: 151, idleSeconds: 50 },
    { agent: 'a', from: 900_000, onlineSeconds: 500, nonProductiveSeconds: 150, idleSeconds: 51 },
  ]);
});
