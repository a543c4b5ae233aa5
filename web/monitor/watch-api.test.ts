import fc from 'fast-check';
import { expect, test } from 'vitest';
import { softphoneApiMetric } from '../../model/connect/softphone-api-metric.ts';
import { apiMetrics } from '../../model/messages/api-metrics.ts';
import { buildEnvelope } from '../../test/builders.ts';
import { buildApiMetricEvent } from '../../test/streams-events.ts';
import { recording } from './recordings.ts';
import { newApiWindow, noteApiCall } from './watch-api.ts';

const at = Date.UTC(2026, 10, 21, 10);
function windowOf(...events: unknown[]) {
  const window = newApiWindow(at);
  for (const event of events) noteApiCall(window, softphoneApiMetric.parse(event), at);
  return { operations: [...window.operations.values()], failures: window.failures };
}

test('counts by operation, with one bucket a call', () => {
  const { operations, failures } = windowOf(
    buildApiMetricEvent('acceptContact', 40),
    buildApiMetricEvent('acceptContact', 60),
    buildApiMetricEvent('getAgentSnapshot', 30_000),
  );
  expect(operations[0]).toMatchObject({
    name: 'acceptContact',
    longPoll: false,
    count: 2,
    errors: 0,
    faults: 0,
    timeMillis: { sum: 100, max: 60 },
  });
  expect(operations[0]?.buckets.slice(0, 5)).toEqual([0, 0, 1, 1, 0]);
  expect(operations[1]).toMatchObject({ name: 'getAgentSnapshot', longPoll: true, count: 1 });
  expect(failures).toEqual([]);
});

test('a refusal is an error, the service’s own failure a fault; neither message nor stack leaves', () => {
  const { operations, failures } = windowOf(recording('api-metric-4xx'), recording('api-metric-5xx'));
  expect(operations).toMatchObject([{ name: 'putAgentState', count: 2, errors: 1, faults: 1 }]);
  expect(failures).toMatchObject([
    { kind: 'error', httpStatus: 400, errorType: 'InvalidStateException', timeMillis: 19 },
    { kind: 'fault', httpStatus: 500 },
  ]);
  expect(JSON.stringify(failures)).not.toMatch(/http:|Nowhere|As asked/);
});

test('a call that failed without a status was no success, whatever Streams says', () => {
  const { failures } = windowOf(recording('api-metric-error-without-status'));
  expect(failures).toMatchObject([{ kind: 'error', errorType: 'MissingRequiredParameter' }]);
  expect(failures[0]).not.toHaveProperty('httpStatus');
});

test('whatever happens, the server takes the window', () => {
  const event = fc.record({
    name: fc.oneof(fc.string({ maxLength: 300 }), fc.nat(300).map(String)),
    time: fc.oneof(fc.double(), fc.nat(), fc.constant(null)),
    error: fc.oneof(fc.object(), fc.constantFrom(null, undefined, 'x', { type: '', statusCode: 999 })),
    optionalDimensions: fc.array(
      fc.record({ name: fc.constant('HttpStatusCode'), value: fc.oneof(fc.integer(), fc.string()) }),
    ),
  });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 400, size: 'max' }), (events) => {
      const startedAt = new Date(at).toISOString();
      const message = {
        ...buildEnvelope(),
        sequence: 0,
        startedAt,
        endedAt: startedAt,
        ...windowOf(...events),
      };
      expect(apiMetrics.safeParse(JSON.parse(JSON.stringify(message))).error).toBeUndefined();
    }),
    { numRuns: 15 },
  );
});
