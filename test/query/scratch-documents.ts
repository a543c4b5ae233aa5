/** Documents for the tests that ask a real search service: made by the model, of times long before anyone else's. */
import fc from 'fast-check';
import { type ApiMetricDocument, makeApiMetric } from '../../model/documents/api-metric.ts';
import type { CallDocument } from '../../model/documents/call.ts';
import { callEventTypes } from '../../model/messages/call.ts';
import { reportFailures } from '../../model/messages/report-names.ts';
import type { CallWindow } from '../../model/quality/call-window.ts';
import { latencyBucket, latencyBucketsMillis } from '../../model/quality/latency-buckets.ts';
import { streamTypes } from '../../model/quality/sample.ts';
import { buildCallReport } from '../builders.ts';
import { buildCallDocument, buildCallQueue, buildDimensions, buildStamps } from '../document-builders.ts';

/** Two days around a change of clocks in Lisbon (25 March 2001, 01:00 UTC). */
export const scratchRange = {
  from: '2001-03-24T00:00:00.000Z',
  to: '2001-03-26T00:00:00.000Z',
  zone: 'Europe/Lisbon',
};
const first = Date.parse('2001-03-22T00:00:00.000Z');
const last = Date.parse('2001-03-26T12:00:00.000Z');
/** Also a week before, which the overview compares with. */
const firstBefore = Date.parse('2001-03-16T12:00:00.000Z');
const lastBefore = Date.parse('2001-03-19T12:00:00.000Z');
const seed = 20010325;

const instant = fc
  .oneof(
    { weight: 3, arbitrary: fc.integer({ min: first, max: last }) },
    { weight: 1, arbitrary: fc.integer({ min: firstBefore, max: lastBefore }) },
  )
  .map((at) => new Date(at).toISOString());
const figure = (max: number) => fc.integer({ min: 0, max: max * 1000 }).map((n) => n / 1000);
const spread = (max: number) => fc.tuple(figure(max), figure(max)).map(([avg, top]) => ({ avg, max: top }));
const rating = fc.constantFrom('good', 'good', 'fair', 'poor', 'unclassified');

const window: fc.Arbitrary<CallWindow> = fc.record(
  {
    streamType: fc.constantFrom(...streamTypes),
    seconds: fc.integer({ min: 1, max: 30 }),
    rating: rating as fc.Arbitrary<CallWindow['rating']>,
    ratingReasons: fc.constant([]),
    mos: fc.tuple(figure(4), figure(4)).map(([avg, min]) => ({ avg, min })),
    packetsLost: fc.nat(200),
    packetsCount: fc.integer({ min: 1, max: 1500 }),
    roundTripTimeMillis: spread(900),
    jitterMillis: spread(90),
    silentSeconds: fc.nat(30),
  },
  { requiredKeys: ['streamType', 'seconds', 'rating', 'ratingReasons'] },
);

const dimensions = fc
  .record(
    {
      agent: fc.constantFrom('ana.silva', 'rui.martins', 'ewa.mazur'),
      site: fc.constantFrom('Lisbon', 'Krakow'),
      agentRoutingProfile: fc.constantFrom('Sales', 'Premium'),
    },
    { requiredKeys: ['agent'] },
  )
  // Not over the builder's Lisbon: here the site may be unknown.
  .map((some) => {
    const { site: _, ...rest } = buildDimensions();
    return { ...rest, ...some };
  });

const call: fc.Arbitrary<CallDocument> = fc
  .record({
    at: instant,
    contactId: fc.uuid(),
    queue: fc.constantFrom('Billing', 'Orders', 'VIP'),
    dimensions,
    windows: fc.array(window, { maxLength: 6 }),
    event: fc.constantFrom(...callEventTypes),
    failures: fc.option(fc.subarray([...reportFailures], { maxLength: 2 })),
  })
  .map(({ at, contactId, queue, dimensions, windows, event, failures }) =>
    buildCallDocument({
      startedAt: at,
      stamps: buildStamps({ '@timestamp': at, receivedAt: at }),
      facts: { at, dimensions, contact: { contactId } },
      queue: buildCallQueue({ contactQueue: queue }),
      windows: Object.fromEntries(windows.map((one, i) => [String(i), one])),
      events: [{ type: event, at }],
      ...(failures ? { report: buildCallReport({ failures }) } : {}),
    }),
  );

const apiMetric: fc.Arbitrary<ApiMetricDocument> = fc
  .record({
    at: instant,
    dimensions,
    name: fc.constantFrom('acceptContact', 'putAgentState', 'getAgentSnapshot'),
    times: fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: 1, maxLength: 8 }),
    faults: fc.nat(1),
  })
  .map(({ at, dimensions, name, times, faults }) => {
    const buckets = new Array<number>(latencyBucketsMillis.length + 1).fill(0);
    for (const time of times) buckets[latencyBucket(time)] = (buckets[latencyBucket(time)] ?? 0) + 1;
    const timeMillis = { sum: times.reduce((sum, time) => sum + time, 0), max: Math.max(...times) };
    const longPoll = name === 'getAgentSnapshot';
    return makeApiMetric({
      operation: { name, longPoll, count: times.length, errors: 0, faults, timeMillis, buckets },
      startedAt: at,
      endedAt: at,
      stamps: buildStamps({ '@timestamp': at, receivedAt: at }),
      dimensions,
    });
  });

/** The same calls at every run. */
export const scratchCalls: readonly CallDocument[] = fc.sample(call, { seed, numRuns: 400 });
/** The same API calls at every run. */
export const scratchApiMetrics: readonly ApiMetricDocument[] = fc.sample(apiMetric, { seed, numRuns: 300 });
