import { expect, test } from 'vitest';
import type { Alert, Notice } from '../../model/alerts/alert.ts';
import { channelTroubles } from './channel-troubles.ts';

const at = (minute: number) => new Date(Date.parse('2026-03-04T10:00:00Z') + minute * 60_000).toISOString();
const notice = (minute: number, change: Partial<Notice> = {}): Notice => ({
  event: 'raised',
  channel: 'topic',
  status: 'waiting',
  attempts: 1,
  at: at(minute),
  ...change,
});
const alertWith = (...notices: readonly Notice[]) => ({ notices }) as unknown as Alert;
const none = new Map();

test('what waits for the end of quiet hours, and what was told or given up, is no trouble', () => {
  const quiet = notice(0, { attempts: 0 });
  const told = notice(0, { status: 'delivered' });
  const givenUp = notice(0, { status: 'dropped' });
  expect(channelTroubles([alertWith(quiet, told, givenUp)], {}, none, [])).toEqual([]);
});

test('says since when the oldest waits, of each channel by itself', () => {
  const alerts = [alertWith(notice(7)), alertWith(notice(3), notice(5, { channel: 'webhook' }))];
  const failures = new Map([['topic', '']] as const);
  expect(channelTroubles(alerts, {}, failures, [])).toEqual([
    { channel: 'topic', kind: 'alertsNotTaken', untoldSince: at(3) },
    { channel: 'webhook', kind: 'alertsNotTaken', untoldSince: at(5) },
  ]);
});

test('how a channel is set up explains why it does not take anything', () => {
  const alerts = [alertWith(notice(3, { channel: 'webhook' }))];
  const failures = new Map([['webhook', 'The secret must be a URL.']] as const);
  expect(channelTroubles(alerts, { webhook: 'webhookWrongUrl' }, failures, [])).toEqual([
    { channel: 'webhook', kind: 'webhookWrongUrl', untoldSince: at(3) },
  ]);
});

test('what it answers now counts, not what it answered before', () => {
  const alerts = [alertWith(notice(3))];
  const before = [{ channel: 'topic', kind: 'alertsNotTaken', reason: 'Then.' }] as const;
  const reasonAfter = (failures: ReadonlyMap<'topic', string>) =>
    channelTroubles(alerts, {}, failures, before)[0]?.reason;
  expect(reasonAfter(new Map([['topic', 'Now.']]))).toBe('Now.');
  expect(reasonAfter(new Map([['topic', '']]))).toBeUndefined();
  expect(reasonAfter(none)).toBe('Then.');
});
