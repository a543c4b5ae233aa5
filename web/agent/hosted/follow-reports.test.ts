import { expect, test } from 'vitest';
import { followReports } from './follow-reports.ts';

/** The second, of so many, in which the far side is found to hear nothing; 0 if never. It reports at those seconds. */
function unheardFrom(reports: readonly number[], seconds = 200): number {
  const isUnheard = followReports();
  let reportedAt: number | null = null;
  for (let second = 1; second <= seconds; second++) {
    if (reports.includes(second)) reportedAt = second * 1000 - 100;
    const fromAgent = {
      reportedAt,
      packetsLost: 0,
      packetsSent: 50 * second,
      jitterMillis: null,
      roundTripTimeMillis: null,
      audioLevel: null,
    };
    if (isUnheard({ at: second * 1000, fromAgent, connection: {} })) return second;
  }
  return 0;
}
const every = (seconds: number, until: number) =>
  Array.from({ length: Math.floor(until / seconds) }, (_, i) => (i + 1) * seconds);

test.each([
  ['reports that stop', every(5, 40), 61],
  ['reports to the end', every(5, 200), 0],
  ['three reports lost one after the other', every(5, 200).filter((at) => at < 60 || at > 70), 0],
  ['a far side that reports every quarter of a minute, and stops', every(15, 60), 106],
  ['a far side that reports so to the end', every(15, 200), 0],
  ['a far side that has hardly reported', [5], 0],
  ['a far side that never reports', [], 0],
])('%s', (_, reports, second) => {
  expect(unheardFrom(reports)).toBe(second);
});
