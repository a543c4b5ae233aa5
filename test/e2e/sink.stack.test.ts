import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { expect, onTestFinished, test } from 'vitest';
import * as z from 'zod';
import { invokeFunction } from '../../deploy/cli/invoke-function.ts';
import { readOutputs } from '../../deploy/read-outputs.ts';
import { makeStateObject } from '../../functions/clients/state-object.ts';
import { startFunction } from '../feed/feed-process.ts';
import { functionEnvironment } from '../feed/function-environment.ts';
import { emulator } from './harness/aws.ts';
import { searchClient } from './harness/search.ts';
import { changeSecret, createSecret } from './harness/secret.ts';
import { waitFor } from './harness/wait-for.ts';

const message = z.object({
  documents: z.array(
    z.object({
      kind: z.string(),
      id: z.string(),
      revision: z.number(),
      document: z.record(z.string(), z.unknown()),
    }),
  ),
});

/** A partner that takes some keys, and never one contact. */
async function startPartner(poison: string) {
  const state = { keys: ['one'], refuses: [poison], refused: 0 };
  const came = new Map<string, { readonly n: number; readonly text: string }>();
  const keys = new Set<string>();
  const server = createServer(async (request, response) => {
    const text = Buffer.concat(await request.toArray()).toString();
    const answer = (status: number) => void response.writeHead(status).end();
    const key = String(request.headers['x-api-key']);
    if (!state.keys.includes(key)) {
      state.refused++;
      return answer(401);
    }
    if (state.refuses.some((its) => text.includes(its))) return answer(422);
    keys.add(key);
    for (const { document } of message.parse(JSON.parse(text)).documents) {
      const { contactId, mos } = z
        .object({ contactId: z.string(), mos: z.object({ avg: z.number() }).optional() })
        .parse(document);
      came.set(contactId, { n: mos?.avg ?? 0, text: JSON.stringify(document) });
    }
    answer(202);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/in`, state, came, keys };
}

/** Of a day of its own, whose documents nobody else asks for. */
const index = `softphone-calls-2031.02.${String(1 + Math.floor(Math.random() * 28)).padStart(2, '0')}`;

/** Documents that are written again and again, and what each says at last. */
function makeWriter(contacts: readonly string[]) {
  const truth = new Map<string, number>();
  const write = async (some: readonly string[], n: number) => {
    for (const contactId of some) truth.set(contactId, n);
    const body = some.flatMap((contactId) => [
      { index: { _index: index, _id: contactId } },
      { contactId, agent: 'ana.silva', mos: { avg: n }, '@timestamp': '2031-02-01T10:00:00.000Z' },
    ]);
    await searchClient().bulk({ body });
  };
  return {
    truth,
    /** One fifth of them after the other, each second; before each, what else is to happen. */
    rounds: async (count: number, before: (round: number) => Promise<void> | void) => {
      for (let round = 0; round < count; round++) {
        await before(round);
        const first = (round * 40) % contacts.length;
        await write(contacts.slice(first, first + 40), round + 1);
        await pause(1000);
      }
    },
  };
}

test('nothing is lost while the key changes, the function is killed, and the partner refuses one document', {
  timeout: 180_000,
}, async () => {
  const { ReplayFunction, FailedRecordsBucket } = await readOutputs('softphone-quality-local', emulator());
  const name = `sink-${randomUUID()}`;
  await new S3Client({ ...emulator(), forcePathStyle: true }).send(new CreateBucketCommand({ Bucket: name }));
  const contacts = Array.from({ length: 200 }, () => randomUUID());
  const [poison = ''] = contacts;
  const { url, state, came, keys } = await startPartner(poison);
  const environment = {
    ...functionEnvironment(name),
    SINK: JSON.stringify({ url, documents: { 'softphone-calls': ['contactId', 'mos.avg'] } }),
    FEED_STATE_BUCKET: name,
    FAILED_RECORDS_BUCKET: FailedRecordsBucket,
    PARTNER_KEY_SECRET_ARN: await createSecret(name, 'one'),
  };
  const start = () => startFunction('sink/sink', environment, 1500);
  let running = start();
  onTestFinished(async () => {
    await running.kill();
    await searchClient().indices.delete({ index, ignore_unavailable: true });
  });
  // What is there before its first look it does not forward.
  const { read } = makeStateObject(emulator(), name, 'sink.json');
  await waitFor(
    'the first look',
    read,
    (kept) => kept?.text.includes('"kinds":["softphone-calls"]') ?? false,
  );
  const { truth, rounds } = makeWriter(contacts);
  await rounds(12, async (round) => {
    // Here first, then there; later the other way about.
    if (round === 3) await changeSecret(name, 'two');
    if (round === 5) state.keys = ['two'];
    if (round === 7) state.keys = ['three'];
    if (round === 8) {
      await running.kill();
      running = start();
    }
    if (round === 9) await changeSecret(name, 'three');
  });
  const missing = () => contacts.filter((contactId) => came.get(contactId)?.n !== truth.get(contactId));
  await waitFor('all but the poison', missing, (left) => left.length === 1 && left[0] === poison);
  expect(state.refused).toBeGreaterThan(0);
  expect(keys).toContain('three');
  expect(JSON.stringify([...came.values()])).not.toContain('ana.silva');
  // Set aside by its place, put back by an admin.
  state.refuses = [];
  await invokeFunction(emulator(), ReplayFunction, { prefix: 'messages/sink/' });
  await waitFor('the poison', missing, (left) => left.length === 0);
});
