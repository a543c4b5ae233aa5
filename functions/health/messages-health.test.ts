import { expect, test } from 'vitest';
import type { MetricName, Monitoring, Span } from '../clients/monitoring.ts';
import { messagesHealth } from './messages-health.ts';

const now = new Date('2026-03-04T10:00:00Z');
const namespace = 'SoftphoneQuality';
const stage = 'prod';

function monitoringWith(known: readonly (readonly [MetricName, number | undefined])[]) {
  const spans: Span[] = [];
  const monitoring: Pick<Monitoring, 'metricsWith' | 'sums'> = {
    metricsWith: async () => known.map(([metric]) => metric),
    sums: async (metrics, span) => {
      spans.push(span);
      return metrics.map((metric) => known.find(([its]) => its === metric)?.[1]);
    },
  };
  return { monitoring: monitoring as Monitoring, spans };
}
const metric = (name: string, dimensions: object): MetricName => ({
  namespace,
  name,
  dimensions: { stage, ...dimensions },
});

test('tells what became of messages in the last day by route and reason, most first', async () => {
  const { monitoring, spans } = monitoringWith([
    [metric('Accepted', { route: 'api-metrics' }), 5],
    [metric('Accepted', { route: 'softphone-stats' }), 70],
    [metric('Rejected', { route: 'api-metrics', reason: 'notJson' }), 2],
    [metric('SetAside', { reason: 'mapper_parsing_exception', kind: 'softphone-calls' }), 1],
  ]);
  expect(await messagesHealth(monitoring, stage, now)).toEqual({
    hours: 24,
    accepted: [
      { route: 'softphone-stats', count: 70 },
      { route: 'api-metrics', count: 5 },
    ],
    queued: [],
    rejected: [{ route: 'api-metrics', reason: 'notJson', count: 2 }],
    failed: [],
    setAside: [{ reason: 'mapper_parsing_exception', kind: 'softphone-calls', count: 1 }],
  });
  expect(spans).toEqual([{ from: new Date('2026-03-03T10:00:00Z'), to: now }]);
});

test('does not count the totals of the stage again, nor other metrics, nor what was quiet that day', async () => {
  const { monitoring } = monitoringWith([
    [metric('Rejected', {}), 2],
    [metric('PageVersionDocuments', { pageVersion: '1' }), 9],
    [metric('Rejected', { route: 'api-metrics', reason: 'invalid' }), undefined],
  ]);
  const { rejected, accepted } = await messagesHealth(monitoring, stage, now);
  expect([rejected, accepted]).toEqual([[], []]);
});
