import { expect, vi } from 'vitest';
import { connectInstanceArn } from '../connect-builders.ts';
import type { Answers, RecordingAws } from './recording-aws.ts';

const instanceId = '7f0c2d5e-3b1a-4c68-9d2e-5a4b8c6d1e0f';
const queue = { id: 'queue', arn: `${connectInstanceArn}/queue/queue`, name: 'Billing', deleted: false };
const names = { instanceId, hierarchyLevels: {}, queues: [queue], syncedAt: '2026-03-04T10:00:00.000Z' };
const user = { instanceId, username: 'ana.silva', id: 'agent', arn: 'arn', deleted: false, syncedAt: '' };

/** The names are synced; all is polled, a snapshot of now and the intervals of an hour. */
const synced: Answers = ({ path, body }) => {
  if (path === '/_mget' && body.includes('connect-instances')) {
    return { body: { docs: [{ found: true, _seq_no: 1, _primary_term: 1, _source: names }] } };
  }
  if (path === '/connect-users/_search') {
    return { body: { hits: { hits: [{ _source: user, sort: ['ana.silva'] }] } } };
  }
  if (path.startsWith('/routing-profiles-summary/')) {
    return { body: { RoutingProfileSummaryList: [{ Id: 'profile', Name: 'Care' }] } };
  }
  const Dimensions = { Queue: { Id: 'queue' }, Channel: 'VOICE' };
  if (path.startsWith('/metrics/current/')) {
    return { body: { MetricResults: [{ Dimensions, Collections: [] }] } };
  }
  if (path !== '/metrics/data') return undefined;
  const [, id] = /"FilterValues":\["(\w+)"\]/.exec(body) ?? [];
  const MetricInterval = { StartTime: 1_772_618_400, EndTime: 1_772_619_300 };
  const key = id === 'agent' ? 'AGENT' : 'QUEUE';
  return { body: { MetricResults: [{ Dimensions: { [key]: id }, MetricInterval, Collections: [] }] } };
};

export async function useCurrentMetrics({ answer }: RecordingAws): Promise<void> {
  vi.stubEnv('METRICS', '{"current": {"on": true, "delaySeconds": 60}}');
  const { handler } = await import('../../functions/collect/current-metrics.ts');
  answer(synced);
  expect(await handler()).toMatchObject({ documents: 1 });
}

export async function useHistoricalMetrics({ answer }: RecordingAws): Promise<void> {
  vi.stubEnv('METRICS', '{"historical": {"on": true, "settleHours": 1}}');
  const { handler } = await import('../../functions/collect/historical-metrics.ts');
  answer(synced);
  expect(await handler({}, { getRemainingTimeInMillis: () => 900_000 })).toMatchObject({ documents: 2 });
}
