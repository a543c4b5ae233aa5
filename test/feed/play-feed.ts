import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { CreateStreamCommand, KinesisClient, waitUntilStreamExists } from '@aws-sdk/client-kinesis';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { onTestFinished } from 'vitest';
import { connectUserId, connectUsersIndex } from '../../model/documents/connect-user.ts';
import { emulator } from '../e2e/harness/aws.ts';
import { searchClient } from '../e2e/harness/search.ts';
import { changeSecret, createSecret } from '../e2e/harness/secret.ts';
import { playChanges } from './changes.ts';
import { startFunction } from './feed-process.ts';
import type { Gap } from './figures.ts';
import { functionEnvironment } from './function-environment.ts';
import { startReceiver } from './receiver.ts';

/** What happens while changes are played: at which second, and what. */
export type Event = {
  readonly second: number;
  readonly what: 'fail' | 'hang' | 'recover' | 'kill' | 'changeKey';
};

/** A feed of its own in the emulator: the deployed function, a stream with its shards, a receiver. It ends with the test. */
export async function playFeed(
  load: {
    readonly agents: number;
    readonly shards: number;
    readonly perSecond: number;
    readonly seconds: number;
  },
  events: readonly Event[],
) {
  const kinesis = new KinesisClient({ ...emulator(), requestHandler: new NodeHttpHandler() });
  const id = randomUUID();
  const name = `feed-${id}`;
  await kinesis.send(new CreateStreamCommand({ StreamName: name, ShardCount: load.shards }));
  await waitUntilStreamExists({ client: kinesis, maxWaitTime: 30 }, { StreamName: name });
  await new S3Client({ ...emulator(), forcePathStyle: true }).send(new CreateBucketCommand({ Bucket: name }));
  const keyArn = await createSecret(name, 'one');
  const silent = await addSilentUser(id);
  const receiver = await startReceiver();
  const environment = {
    ...functionEnvironment(id),
    REAL_TIME: JSON.stringify({ url: receiver.url }),
    AGENT_EVENTS_STREAM_ARN: `arn:aws:kinesis:${emulator().region}:000000000000:stream/${name}`,
    FEED_STATE_BUCKET: name,
    PARTNER_KEY_SECRET_ARN: keyArn,
  };
  let running = startFunction('feed/real-time', environment);
  onTestFinished(async () => {
    await running.kill();
    receiver.stop();
  });
  const { gaps, act } = actions({ receiver, restart, changeKey: () => changeSecret(name, 'two') });
  async function restart() {
    await running.kill();
    running = startFunction('feed/real-time', environment);
  }
  const agents = Array.from({ length: load.agents }, (_, i) => `agent-${i}`);
  const [changes] = await Promise.all([
    playChanges({ ...load, kinesis, stream: name, agents }),
    (async () => {
      const start = Date.now();
      for (const { second, what } of events) {
        await pause(Math.max(0, start + second * 1000 - Date.now()));
        await act(what);
      }
    })(),
  ]);
  return { changes, receiver, gaps, silent };
}

/** A user of whom the stream says nothing. */
async function addSilentUser(instanceId: string): Promise<string> {
  const username = `silent-${instanceId}`;
  const user = {
    instanceId,
    username,
    id: username,
    arn: `arn:agent/${username}`,
    deleted: false,
    syncedAt: '2026-03-04T10:00:00.000Z',
  };
  await searchClient().index({
    index: connectUsersIndex,
    id: connectUserId(user),
    body: user,
    refresh: true,
  });
  onTestFinished(async () => {
    await searchClient().delete({ index: connectUsersIndex, id: connectUserId(user), refresh: true });
  });
  return username;
}

type Acting = {
  readonly receiver: Awaited<ReturnType<typeof startReceiver>>;
  readonly restart: () => Promise<void>;
  readonly changeKey: () => Promise<void>;
};

function actions({ receiver: { state }, restart, changeKey }: Acting) {
  const gaps: { from: number; to: number }[] = [];
  const act = async (what: Event['what']) => {
    if (what === 'kill') return restart();
    if (what === 'changeKey') {
      // Here first; there only the new one counts.
      await changeKey();
      state.keys = ['two'];
      return;
    }
    const last = gaps.at(-1);
    if (what === 'recover' && last) last.to = Date.now();
    if (what !== 'recover') gaps.push({ from: Date.now(), to: Number.POSITIVE_INFINITY });
    state.mode = ({ fail: 'failing', hang: 'hanging', recover: 'up' } as const)[what];
  };
  return { gaps: gaps as readonly Gap[], act };
}
