import { expect, test } from 'vitest';
import { currentMetricDocument, currentMetricIdentity, makeQueueNow } from './current-metric.ts';

const of = {
  instanceId: 'i-1',
  '@timestamp': '2026-03-04T10:00:00.000Z',
  receivedAt: '2026-03-04T10:00:01.000Z',
  contactQueue: 'Billing',
  contactQueueArn: 'arn:queue/1',
  channel: 'VOICE',
};

test('what Connect gives no figure of is absent, and a zero is one', () => {
  const document = makeQueueNow(of, { contactsInQueue: 0, oldestContactSeconds: undefined });
  expect(document).toEqual({ subject: 'queue', ...of, contactsInQueue: 0 });
  expect(currentMetricDocument.parse(document)).toEqual(document);
});

test('a queue’s channels, its moments and the statuses of agents are documents of their own', () => {
  const { contactQueue: _, contactQueueArn: __, channel: ___, ...snapshot } = of;
  const status = { subject: 'agent-status' as const, ...snapshot, agents: 1, agentsWithContacts: 0 };
  const all = [
    makeQueueNow(of, {}),
    makeQueueNow({ ...of, channel: 'CHAT' }, {}),
    makeQueueNow({ ...of, '@timestamp': '2026-03-04T10:00:15.000Z' }, {}),
    { ...status, agentRoutingProfile: 'Sales', agentStatus: 'Lunch' },
    { ...status, agentRoutingProfile: 'Sales', agentStatus: 'Break' },
  ];
  expect(new Set(all.map((its) => currentMetricIdentity(its).join('/'))).size).toBe(all.length);
  expect(currentMetricIdentity(makeQueueNow(of, { contactsInQueue: 1 }))).toEqual(
    currentMetricIdentity(makeQueueNow(of, {})),
  );
});
