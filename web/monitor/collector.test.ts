import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { buildReportEvent, buildStatsEvent } from '../../test/streams-events.ts';
import { browser, contactId, seen } from './collecting-browser.ts';
import type { Collector } from './collector.ts';

test('a call from its ringing to its report: every message dates it alike', async () => {
  const { clock, page, letters, messages, eventsAtLast } = browser();
  const collector = await page();
  collector.onCalls([]);
  for (const state of ['ringing', 'connected'] as const) collector.onCalls([seen(state)]);
  clock.now += 30_000;
  collector.onStats(buildStatsEvent({ contactId, at: clock.now - 29_000 }));
  collector.onMute(true);
  // The report comes before the last statistics.
  collector.onReport(buildReportEvent({}, contactId));
  collector.onStats(buildStatsEvent({ contactId, at: clock.now, seconds: 4 }));
  collector.onCalls([seen('ended')]);
  collector.onCalls([]);
  await collector.settled();
  expect(letters.map((letter) => letter.route.slice(1))).toEqual([
    'softphone-stats',
    'softphone-stats',
    'softphone-stats',
    'softphone-reports',
    'softphone-stats',
    'softphone-stats',
  ]);
  expect(new Set(messages().map((message) => message.call?.startedAt)).size).toBe(1);
  expect(eventsAtLast()).toEqual(['rung', 'connected', 'muted', 'ended']);
});

test('a chat that is accepted beside is no call', async () => {
  const { page, letters } = browser();
  const collector = await page();
  collector.onCalls([]);
  collector.onAccepted('a-chat');
  await collector.settled();
  expect(letters).toEqual([]);
});

test('a contact that leaves without an end has vanished, and has no report', async () => {
  const { page, letters, eventsAtLast } = browser();
  const collector = await page();
  for (const calls of [[seen('connected')], []]) collector.onCalls(calls);
  await collector.settled();
  expect(eventsAtLast()).toEqual(['connected', 'vanished']);
  expect(letters.map((letter) => letter.route)).not.toContain('/softphone-reports');
});

test('what the agent says is put each time it changes, cleaned, and also when the call is over', async () => {
  const { clock, page, letters, messages } = browser();
  const collector = await page();
  for (const state of ['connected', 'ended'] as const) collector.onCalls([seen(state)]);
  const say = (said: Parameters<Collector['onProblem']>[1]) => {
    clock.now += 1000;
    collector.onProblem(contactId, said);
  };
  say({ words: 'nothing is said of words alone' });
  say({ symptom: 'choppy' });
  say({ symptom: 'echo' });
  say({ symptom: 'choppy', withdrawn: true });
  say({ words: 'Call me at 0171 2345678' });
  await collector.settled();
  const [first, , ...last] = messages().filter((message) => 'problem' in message);
  expect(letters.filter(({ key }) => key.startsWith('problem:'))).toHaveLength(4);
  expect(first).toMatchObject({ problem: { symptoms: [{ symptom: 'choppy' }] }, windows: [] });
  expect(last.at(-1)).toMatchObject({
    call: { startedAt: messages()[0]?.call?.startedAt },
    problem: {
      symptoms: [{ symptom: 'echo' }, { symptom: 'choppy', withdrawn: true }],
      words: { text: 'Call me at [number]' },
    },
  });
});

test('warns of a microphone that gives nothing, by the half minute, and sends what became of it', async () => {
  const { clock, page, messages, shown } = browser();
  const collector = await page();
  collector.onCalls([seen('connected')]);
  const halfMinute = async (audioLevel: number) => {
    const at = clock.now;
    clock.now += 30_000;
    collector.onStats(buildStatsEvent({ contactId, at, fromAgent: { audioLevel } }));
    await collector.settled();
    return shown();
  };
  clock.now += 2000;
  expect(await halfMinute(900)).toEqual([]);
  expect(await halfMinute(0)).toEqual(['microphoneSilent']);
  collector.onDismiss(contactId, 'microphoneSilent');
  expect(await halfMinute(0)).toEqual([]);
  collector.onFact('deviceLost', true);
  await collector.settled();
  expect(shown()).toEqual(['deviceLost']);
  collector.onFact('deviceLost', false);
  collector.onCalls([seen('ended')]);
  await collector.settled();
  expect(messages().at(-1)).toMatchObject({
    warnings: [
      { kind: 'microphoneSilent', change: 'shown' },
      { kind: 'microphoneSilent', change: 'dismissed' },
      { kind: 'deviceLost', change: 'shown' },
      { kind: 'deviceLost', change: 'cleared' },
    ],
  });
});

test('a call that only rings is not warned of', async () => {
  const { clock, page, shown } = browser();
  const collector = await page();
  collector.onCalls([seen('ringing')]);
  collector.onStats(buildStatsEvent({ contactId, at: clock.now, fromAgent: { audioLevel: 0 } }));
  collector.onFact('deviceLost', true);
  await collector.settled();
  expect(shown()).toEqual([]);
});

test('a microphone that its computer mutes is told at once, unless the agent is muted as well', async () => {
  const { page, shown } = browser();
  const collector = await page();
  collector.onCalls([seen('connected')]);
  const mutedAs = async (byAgent: boolean, byComputer: boolean) => {
    collector.onMute(byAgent);
    collector.onFact('microphoneSilent', byComputer);
    await collector.settled();
    return shown();
  };
  expect(await mutedAs(true, true)).toEqual([]);
  expect(await mutedAs(false, true)).toEqual(['microphoneSilent']);
  expect(await mutedAs(false, false)).toEqual([]);
});

test('two tabs put each message once', async () => {
  const { clock, page, letters } = browser();
  const tabs = await Promise.all([page(), page()]);
  for (const tab of tabs) {
    tab.onCalls([]);
    tab.onCalls([seen('ringing')]);
    tab.onCalls([seen('connected')]);
    tab.onStats(buildStatsEvent({ contactId, at: clock.now }));
    tab.onReport(buildReportEvent({}, contactId));
    tab.onCalls([seen('ended')]);
  }
  await Promise.all(tabs.map((tab) => tab.settled()));
  const keys = letters.map((letter) => letter.key.replace(/:.*/, '')).sort();
  expect(keys).toEqual(['events', 'events', 'events', 'report', 'stats']);
});

test('a page that was loaded again in the middle of the call says so, and keeps the call’s beginning', async () => {
  const { clock, page, messages, eventsAtLast } = browser();
  const before = await page();
  before.onCalls([seen('connected')]);
  await before.settled();
  clock.now += 20_000;
  const after = await page({ lost: true });
  after.onCalls([seen('connected')]);
  await after.settled();
  await Promise.resolve();
  await after.settled();
  expect(eventsAtLast()).toEqual(['connected', 'reloaded']);
  expect(messages().at(-1)?.call?.startedAt).toBe(messages()[0]?.call?.startedAt);
});

test('a second tab opened during the call is no reload', async () => {
  const { page, eventsAtLast } = browser();
  const first = await page();
  first.onCalls([seen('connected')]);
  await first.settled();
  const second = await page({ lost: false });
  second.onCalls([seen('connected')]);
  await second.settled();
  expect(eventsAtLast()).toEqual(['connected']);
});

test('an event of an unknown shape is left alone', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const { page, letters } = browser();
  const collector = await page();
  for (const odd of [undefined, {}, { contactId, stats: 'x' }, { contactId, stats: [] }])
    collector.onStats(odd);
  for (const odd of [null, { contactId }, { report: {} }]) collector.onReport(odd);
  await collector.settled();
  expect(letters).toEqual([]);
  expect(warn).toHaveBeenCalledTimes(6);
  warn.mockRestore();
});
