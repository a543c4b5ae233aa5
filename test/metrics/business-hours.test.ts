import { afterEach, expect, test, vi } from 'vitest';
import { pollCurrent } from '../../functions/collect/poll-current.ts';
import { readUnsettled } from '../../functions/collect/read-unsettled.ts';
import { standInForConnect } from './connect-stand-in.ts';
import { makeExamplePolling } from './example-polling.ts';
import { makeTruth } from './truth.ts';
import { endVirtualTime, inVirtualTime, startVirtualTime } from './virtual-time.ts';

afterEach(endVirtualTime);

const minuteMillis = 60_000;
const settings = {
  zone: 'Australia/Sydney',
  businessHours: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '09:00', to: '10:30' }],
  current: { on: true, delaySeconds: 30, channels: ['VOICE'], agentStatuses: false },
  historical: { on: true },
};

/** What Sydney's clocks show, by Intl alone: `05 09:30`. */
const sydney = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Australia/Sydney',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Runs both pollers as their schedules do; says in which minutes, by Sydney's clocks, Connect was asked anything. */
async function askedBetween(from: string, to: string): Promise<Map<string, number>> {
  startVirtualTime(from);
  const connect = standInForConnect(makeTruth(0, 1, 0));
  const total = () => [...connect.asked.values()].reduce((sum, count) => sum + count, 0);
  const { current, historical } = makeExamplePolling(connect.client, settings);
  const asked = new Map<string, number>();
  for (let minute = Date.parse(from); minute < Date.parse(to); minute += 15 * minuteMillis) {
    vi.setSystemTime(minute);
    const before = total();
    await inVirtualTime(pollCurrent(current));
    vi.setSystemTime(minute);
    await inVirtualTime(readUnsettled(historical, minute + 14 * minuteMillis));
    asked.set(sydney.format(minute).replace(',', ''), total() - before);
  }
  return asked;
}

const open = ['09:00', '09:15', '09:30', '09:45', '10:00', '10:15'];
const openOn = (...days: readonly string[]) => days.flatMap((day) => open.map((time) => `${day} ${time}`));

test.each([
  // At three in the morning of the 5th the clocks go back an hour.
  ['back', '2026-04-03T14:00:00Z', '2026-04-06T14:00:00Z', openOn('04', '05', '06')],
  // At two in the morning of the 4th they go ahead.
  ['ahead', '2026-10-02T14:00:00Z', '2026-10-05T13:00:00Z', openOn('03', '04', '05')],
])(
  'outside the business hours nobody asks Connect anything, over a change of the clocks %s',
  async (name, from, to, expected) => {
    const asked = await askedBetween(from, to);
    const [yes, no] = [true, false].map((is) => [...asked].filter(([, count]) => count > 0 === is));
    expect(yes?.map(([at]) => at)).toEqual(expected);
    console.info(
      `Clocks ${name}: ${no?.length} runs of each poller outside the hours asked Connect 0 times, ${yes?.length} within asked ${yes?.reduce((sum, [, count]) => sum + count, 0)} times.`,
    );
  },
);

test('a run that begins within the hours ends with them', async () => {
  startVirtualTime('2026-04-03T23:29:40Z');
  const connect = standInForConnect(makeTruth(0, 1, 0));
  const { current } = makeExamplePolling(connect.client, settings);
  const run = await inVirtualTime(pollCurrent(current));
  expect(run?.requests).toBe(2);
});

test('what is switched off asks nobody anything', async () => {
  startVirtualTime('2026-04-03T23:00:00Z');
  const connect = standInForConnect(makeTruth(0, 1, 0));
  const { current, historical } = makeExamplePolling(connect.client, {});
  expect(await inVirtualTime(pollCurrent(current))).toBeUndefined();
  expect(await inVirtualTime(readUnsettled(historical, Date.now() + minuteMillis))).toBeUndefined();
  expect(connect.asked.size).toBe(0);
});

test('what happened before the day’s end is read in the morning', async () => {
  startVirtualTime('2026-04-03T23:20:00Z');
  const from = Date.parse('2026-04-03T22:00:00Z');
  const connect = standInForConnect(makeTruth(from, from + 90 * minuteMillis, 40));
  const { historical, store } = makeExamplePolling(connect.client, settings);
  const intervals = () =>
    new Set(
      [...store.documents().values()].map((its) => String((its as Record<string, unknown>)['@timestamp'])),
    );
  await inVirtualTime(readUnsettled(historical, Date.now() + 14 * minuteMillis));
  expect(intervals()).not.toContain('2026-04-03T23:15:00.000Z');
  // An hour more than a day later: the clocks have gone back.
  vi.setSystemTime('2026-04-04T23:00:00Z');
  const run = await inVirtualTime(readUnsettled(historical, Date.now() + 14 * minuteMillis));
  expect(intervals()).toContain('2026-04-03T23:15:00.000Z');
  expect(run?.settledThrough).toBe('2026-04-04T19:00:00.000Z');
});
