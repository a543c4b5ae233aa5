import { expect } from 'vitest';
import { latencyBucketsMillis } from '../../../model/quality/latency-buckets.ts';
import { type WindowFigure, windowBuckets } from '../../../model/quality/window-buckets.ts';
import type { AnswerOf } from '../../../model/query/page.ts';
import { latencyCounts } from './api-measures.ts';
import { hasBoth, scores } from './contact-measures.ts';
import type { Documents } from './populations.ts';
import { windowValues } from './window-measures.ts';

type Counted = { readonly bounds: readonly number[]; readonly counts: readonly number[] };

/** Every distribution once more, by its series' ids. */
const distributions: Readonly<Record<string, (documents: Documents) => Counted>> = {
  latency: ({ summaries }) => ({
    bounds: latencyBucketsMillis,
    counts: latencyCounts(summaries.filter((one) => !one.longPoll)),
  }),
  roundTripToAgent: ofWindows('roundTripTimeMillis', 'toAgent'),
  roundTripFromAgent: ofWindows('roundTripTimeMillis', 'fromAgent'),
  jitterToAgent: ofWindows('jitterMillis', 'toAgent'),
  jitterFromAgent: ofWindows('jitterMillis', 'fromAgent'),
  lossToAgent: ofWindows('packetsLostPercent', 'toAgent'),
  lossFromAgent: ofWindows('packetsLostPercent', 'fromAgent'),
  mosToAgent: ofWindows('mos', 'toAgent'),
  mosFromAgent: ofWindows('mos', 'fromAgent'),
  ...Object.fromEntries(Object.keys(scores).map((id) => [id, ofContacts(id)])),
};

function ofContacts(id: string) {
  return ({ contacts }: Documents): Counted => {
    const bounds = [1.5, 2, 2.5, 3, 3.5, 4, 4.5];
    const values = contacts.filter(hasBoth.Agent).flatMap((contact) => scores[id]?.(contact) ?? []);
    return { bounds, counts: countsWithin(bounds, values) };
  };
}

function ofWindows(figure: WindowFigure, way: 'toAgent' | 'fromAgent') {
  return ({ calls }: Documents): Counted => {
    const { bounds } = windowBuckets[figure];
    return { bounds, counts: countsWithin(bounds, windowValues(calls, figure, way)) };
  };
}

function countsWithin(bounds: readonly number[], values: readonly number[]): number[] {
  const counts = new Array<number>(bounds.length + 1).fill(0);
  for (const value of values) {
    const above = bounds.filter((bound) => value > bound).length;
    counts[above] = (counts[above] ?? 0) + 1;
  }
  return counts;
}

/** Holds every bucket of a distribution to the windows, or requests, that lie in it. */
export function expectDistribution(answer: AnswerOf<'distribution'>, documents: Documents): void {
  for (const { id, counts, restsOn } of answer.series) {
    const expected = distributions[id]?.(documents);
    if (!expected) throw new Error(`No plain code computes the distribution ${id}`);
    expect([id, answer.bounds, counts]).toEqual([id, expected.bounds, expected.counts]);
    expect(restsOn).toBe(counts.reduce((sum, count) => sum + count, 0));
  }
}
