import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Sample } from './sample.ts';
import { spreadReportedLoss } from './spread-reported-loss.ts';

function samplesOf(lost: readonly (number | null)[], roundTrip: readonly (number | null)[] = []): Sample[] {
  return lost.map((packetsLost, i) => ({
    at: i * 1000,
    packetsLost,
    packetsCount: 50,
    jitterMillis: null,
    roundTripTimeMillis: roundTrip[i] ?? null,
    audioLevel: null,
    quiet: false,
  }));
}

const lossOf = (samples: readonly Sample[]) => samples.map(({ packetsLost }) => packetsLost);
const sum = (values: readonly (number | null)[]) => values.reduce<number>((all, one) => all + (one ?? 0), 0);

test('loss that stood in the seconds of the reports belongs to the seconds between them', () => {
  // A recorded call with 3 % loss from the agent.
  const lost = [0, 7, 0, 0, 0, 0, 10, 0, 0, 0, 0, 6];
  expect(lossOf(spreadReportedLoss(samplesOf(lost)))).toEqual([
    3.5, 3.5, 2, 2, 2, 2, 2, 1.2, 1.2, 1.2, 1.2, 1.2,
  ]);
});

test('a report of no loss is known by its round trip', () => {
  const spread = spreadReportedLoss(samplesOf([0, 0, 0, 0, 0, 4], [80, 80, 80, 81, 81, 79]));
  expect(lossOf(spread)).toEqual([0, 0, 0, 0, 2, 2]);
});

test('no report is about more than the longest time between two', () => {
  const spread = lossOf(spreadReportedLoss(samplesOf([...Array(20).fill(0), 9])));
  expect(spread.slice(0, 12)).toEqual(Array(12).fill(0));
  expect(spread.slice(12)).toEqual(Array(9).fill(1));
});

test('nothing is added, nothing is lost, and what was not measured stays so', () => {
  const seconds = fc.array(fc.option(fc.integer({ min: -3, max: 50 })), { maxLength: 40 });
  fc.assert(
    fc.property(seconds, seconds, (lost, roundTrip) => {
      const spread = lossOf(spreadReportedLoss(samplesOf(lost, roundTrip)));
      expect(sum(spread)).toBeCloseTo(sum(lost), 6);
      expect(spread.map((one) => one === null)).toEqual(lost.map((one) => one === null));
    }),
  );
});
