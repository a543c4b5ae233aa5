import { expect, test } from 'vitest';
import {
  historicalMetricDocument,
  historicalMetricIdentity,
  historicalMetricMapping,
  historicalMetrics,
  makeHistoricalMetric,
} from './historical-metric.ts';

const of = {
  instanceId: 'i-1',
  '@timestamp': '2026-03-04T10:00:00.000Z',
  endsAt: '2026-03-04T10:15:00.000Z',
  intervalMinutes: 15,
  receivedAt: '2026-03-04T10:20:00.000Z',
  subject: 'queue',
  subjectId: 'q-1',
  contactQueue: 'Billing',
} as const;

test('what Connect gives no figure of is absent, and a zero is one', () => {
  const document = makeHistoricalMetric(of, { contactsQueued: 0, serviceLevelPercent: undefined });
  expect(document).toEqual({ ...of, contactsQueued: 0 });
  expect(historicalMetricDocument.parse(document)).toEqual(document);
});

test('an interval of a subject is one document, whatever is corrected in it', () => {
  const first = historicalMetricIdentity(of);
  expect(historicalMetricIdentity(makeHistoricalMetric(of, { contactsQueued: 3 }))).toEqual(first);
  const others = [{ intervalMinutes: 30 }, { subject: 'agent' as const }, { subjectId: 'q-2' }];
  for (const other of others) expect(historicalMetricIdentity({ ...of, ...other })).not.toEqual(first);
});

test('each figure has a field of its own, counts are whole numbers and durations may be parts of a second', () => {
  const fields = historicalMetrics.map(({ field }) => field);
  expect(new Set(fields).size).toBe(fields.length);
  const typeOf = (field: string) => historicalMetricMapping[field]?.type;
  expect(fields.filter((field) => typeOf(field) === 'scaled_float')).toEqual(
    fields.filter((field) => /(Seconds|Percent)$/.test(field)),
  );
  expect(typeOf('agentNonResponses')).toBe('integer');
});
