import { expect, test } from 'vitest';
import type { CallConnection } from '../../../model/messages/call.ts';
import type { EventSamples } from '../../monitor/watch-stats.ts';
import { virtualClock } from '../../push/virtual-clock.ts';
import { buildReport, type ReportOptions } from './build-report.ts';
import { watchSession } from './watch-session.ts';

/** Watches a call for as long as there are reports; `undefined` is a connection that tells nothing. */
async function watched(
  reports: readonly (ReportOptions | undefined)[],
  tracks: readonly Partial<MediaStreamTrack>[] = [],
) {
  const clock = virtualClock();
  const seconds: EventSamples[] = [];
  const connections: CallConnection[] = [];
  let changes = 0;
  const microphones: string[] = [];
  let looks = 0;
  const session = {
    callId: 'c',
    _pc: {
      getSenders: () => {
        const track = tracks[looks - 1];
        return track ? [{ track: { kind: 'audio', ...track } } as RTCRtpSender] : [];
      },
      getStats: async () => {
        const report = reports[looks++];
        if (!report) throw new Error('closed');
        return buildReport(report);
      },
    },
  };
  const watching = watchSession(session, () => looks < reports.length, clock, {
    onSecond: (second, connection) => {
      seconds.push(second);
      connections.push(connection);
    },
    onNetworkChange: () => changes++,
    onMicrophone: (is) => microphones.push(is),
  });
  await clock.pass(1000 * reports.length + 1000);
  await watching;
  return { seconds, changes, connections, microphones };
}

const counted = (packetsReceived: number, packetsLost: number) => ({
  inbound: { packetsReceived, packetsLost },
  outbound: { packetsSent: packetsReceived },
});

test('a second is what was counted between two looks, with what was measured at the second', async () => {
  const { seconds } = await watched([counted(100, 0), { ...counted(149, 1), remote: { packetsLost: 3 } }]);
  expect(seconds).toHaveLength(1);
  expect(seconds[0]).toEqual({
    audio_input: [
      {
        at: virtualClock().now() + 1000,
        packetsLost: 1,
        packetsCount: 49,
        jitterMillis: 4,
        roundTripTimeMillis: 120,
        audioLevel: 8192,
        concealedPercent: null,
        quiet: false,
      },
    ],
    audio_output: [
      {
        at: virtualClock().now() + 1000,
        packetsLost: 3,
        packetsCount: 49,
        jitterMillis: 2,
        roundTripTimeMillis: 120,
        audioLevel: 16_384,
        quiet: false,
      },
    ],
  });
});

test('what the far side has not reported is not known; its first report counts from the beginning', async () => {
  const { seconds } = await watched([
    { ...counted(0, 0), remote: null },
    { ...counted(50, 0), remote: null },
    { ...counted(100, 0), remote: { packetsLost: 4 } },
  ]);
  expect(seconds.map(({ audio_output: [sample] }) => sample)).toMatchObject([
    { packetsLost: null, roundTripTimeMillis: null, jitterMillis: null, packetsCount: 50 },
    { packetsLost: 4, roundTripTimeMillis: 120, packetsCount: 50 },
  ]);
});

test('a look in vain makes the next second longer, and loses nothing', async () => {
  const { seconds } = await watched([counted(0, 0), undefined, counted(100, 2), undefined]);
  expect(seconds).toHaveLength(1);
  expect(seconds[0]?.audio_input).toMatchObject([{ packetsCount: 100, packetsLost: 2 }]);
});

test('another way of the packets is a change of the network, once the connection has settled', async () => {
  const on = (networkType: string, seconds: number, more: object = {}) =>
    Array.from({ length: seconds }, () => ({ local: { networkType, ...more } }));
  expect((await watched(on('wifi', 20))).changes).toBe(0);
  expect((await watched([...on('wifi', 8), ...on('cellular', 8)])).changes).toBe(1);
  expect((await watched([...on('wifi', 8), ...on('wifi', 8, { port: 50_001 })])).changes).toBe(0);
  expect((await watched([...on('wifi', 3), ...on('ethernet', 9)])).changes).toBe(0);
  const there = on('wifi', 8);
  expect(
    (await watched([...there, ...on('wifi', 3, { relatedAddress: '192.0.2.99' }), ...there])).changes,
  ).toBe(2);
});

test('what was made up is a share of what was played in that second', async () => {
  const played = (concealedSamples: number, totalSamplesReceived: number) => ({
    inbound: { concealedSamples, totalSamplesReceived },
  });
  const { seconds } = await watched([played(960, 48_000), played(3360, 96_000), played(3360, 96_000)]);
  expect(seconds.map(({ audio_input: [sample] }) => sample?.concealedPercent)).toEqual([5, null]);
});

test('tells how the packets go, without an address', async () => {
  const { connections } = await watched([
    ...Array.from({ length: 8 }, () => ({})),
    { local: { candidateType: 'host', protocol: 'tcp', relayProtocol: undefined, address: '192.0.2.10' } },
  ]);
  expect(connections[0]).toEqual({ relayed: true, protocol: 'udp', codec: 'opus', networkChanges: 0 });
  expect(connections.at(-1)).toEqual({ relayed: false, protocol: 'tcp', codec: 'opus', networkChanges: 1 });
});

test('a microphone that was unplugged or muted by the computer is told, until it is back or another is sent', async () => {
  const live = { readyState: 'live', muted: false } as const;
  const { microphones } = await watched(
    [{}, {}, {}, {}, {}, {}, {}, {}],
    [
      live,
      live,
      { readyState: 'ended', muted: false },
      { readyState: 'ended', muted: false },
      live,
      { ...live, muted: true },
      { ...live, muted: true },
      live,
    ],
  );
  expect(microphones).toEqual(['live', 'ended', 'live', 'muted', 'muted', 'live']);
});
