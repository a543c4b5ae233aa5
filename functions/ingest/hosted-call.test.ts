import { expect, test } from 'vitest';
import { softphoneStats } from '../../model/messages/softphone-stats.ts';
import { buildCall, buildStats, buildWindow } from '../../test/builders.ts';
import { makeExampleDeps } from './example-deps.ts';
import { softphoneStatsKind } from './softphone-stats-kind.ts';
import { storeMessages } from './store-messages.ts';

const never = Number.POSITIVE_INFINITY;
const connection = { relayed: true, protocol: 'udp', codec: 'opus', networkChanges: 1 } as const;
const concealedPercent = buildWindow().offsetMillis.map((_, i) => (i === 0 ? 29 : 0));
const hosted = buildStats({
  call: buildCall({ connection }),
  windows: [buildWindow({ concealedPercent }), buildWindow({ streamType: 'audio_output' })],
});

test('what a page that hosts the sound measures is with its windows and its call', async () => {
  const { deps, store } = makeExampleDeps();
  const context = { receivedAt: new Date(hosted.sentAt), sourceIp: '81.84.12.9' };
  await storeMessages(softphoneStatsKind, [{ message: softphoneStats.parse(hosted), context }], deps, never);
  const documents = [...store.documents().values()];
  expect(documents).toHaveLength(3);
  for (const document of documents) expect(document).toMatchObject({ connection });
  expect(documents).toContainEqual(
    expect.objectContaining({
      softphoneStreamType: 'audio_input',
      concealedPercent: { avg: 1, max: 29, p95: 0 },
      samples: expect.objectContaining({ concealedPercent }),
    }),
  );
  expect(documents).toContainEqual(
    expect.objectContaining({ toAgent: expect.objectContaining({ concealedPercent: { avg: 1, max: 29 } }) }),
  );
});

test('a column of another length, more than everything and a codec that is a text are refused', () => {
  const faults = (change: object) => softphoneStats.safeParse({ ...hosted, ...change }).error?.issues.length;
  expect(faults({})).toBeUndefined();
  for (const column of [[1], concealedPercent.map(() => 101)])
    expect(faults({ windows: [{ ...hosted.windows[0], concealedPercent: column }] })).toBeGreaterThan(0);
  for (const wrong of [{ codec: 'opus of 192.0.2.1!' }, { protocol: 'quic' }, { networkChanges: -1 }])
    expect(faults({ call: { ...hosted.call, connection: { ...connection, ...wrong } } })).toBe(1);
});
