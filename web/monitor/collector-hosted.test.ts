import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { CallConnection } from '../../model/messages/call.ts';
import { buildStatsEvent } from '../../test/streams-events.ts';
import type { CallHost } from './call-host.ts';
import { browser, contactId, seen } from './collecting-browser.ts';
import type { EventSamples } from './watch-stats.ts';

const second = (at: number, packetsCount: number): EventSamples => {
  const sample = {
    at,
    packetsLost: 0,
    packetsCount,
    jitterMillis: 3,
    roundTripTimeMillis: 80,
    audioLevel: 900,
    quiet: false,
  };
  return { audio_input: [sample], audio_output: [{ ...sample, packetsCount: 50 }] };
};
const connection: CallConnection = { relayed: true, protocol: 'udp', codec: 'opus', networkChanges: 0 };
/** Hosts every call, and knows the jitter that Streams does not tell. */
const host: CallHost = {
  hosts: () => true,
  latest: () => second(Date.UTC(2026, 10, 21, 10), 50),
  fill: (_, { audio_input, audio_output }) => ({
    audio_input: audio_input.map((sample) => ({ ...sample, jitterMillis: 7, concealedPercent: 2 })),
    audio_output,
  }),
};

test('of a call that the page hosts it warns by the second, once, and fills in its windows', async () => {
  const { clock, page, messages, shown } = browser();
  const [hosting, other] = await Promise.all([page(), page()]);
  hosting.hostedBy(host);
  for (const tab of [hosting, other]) tab.onCalls([seen('connected')]);
  const began = clock.now;
  for (let i = 1; i <= 30; i++) {
    clock.now += 1000;
    hosting.onSecond(contactId, second(clock.now, i > 10 && i <= 15 ? 0 : 50), connection);
    await hosting.settled();
    if (i === 14) expect(shown()).toEqual([]);
    if (i === 15) expect(shown()).toEqual(['nothingArrives']);
  }
  expect(shown()).toEqual([]);
  // Streams tells every tab of the same seconds, half a minute late.
  const event = buildStatsEvent({ contactId, at: began, seconds: 30 });
  for (const stat of event.stats)
    if (Date.parse(String(stat.timestamp)) > began + 20_000) stat.packetsCount = 0;
  for (const tab of [other, hosting]) {
    tab.onStats(event);
    await tab.settled();
  }
  expect(shown()).toEqual([]);
  const sent = messages().filter(({ windows }) => windows?.length);
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({
    call: { connection },
    windows: [
      { streamType: 'audio_input', jitterMillis: Array(30).fill(7), concealedPercent: Array(30).fill(2) },
      { streamType: 'audio_output' },
    ],
    warnings: [
      { kind: 'nothingArrives', change: 'shown' },
      { kind: 'nothingArrives', change: 'cleared' },
    ],
  });
});

test('seconds in which the agent is muted are nobody’s trouble', async () => {
  const { clock, page, shown } = browser();
  const collector = await page();
  collector.hostedBy(host);
  collector.onCalls([seen('connected')]);
  collector.onMute(true);
  for (let i = 0; i < 40; i++) {
    clock.now += 1000;
    const { audio_input, audio_output } = second(clock.now, 50);
    const silent = audio_output.map((sample) => ({ ...sample, audioLevel: 0 }));
    collector.onSecond(contactId, { audio_input, audio_output: silent }, connection);
  }
  await collector.settled();
  expect(shown()).toEqual([]);
});
