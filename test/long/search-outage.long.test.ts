import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { outageFolder } from '../e2e/harness/folders.ts';
import { type Pipeline, startPipeline } from '../e2e/harness/pipeline.ts';
import { postSteadily } from '../e2e/harness/steady-posts.ts';
import { outcomeOf } from '../e2e/harness/stored-calls.ts';

const callsPerSecond = 3;
const outageMillis = 60_000;
/** Between two faults: some messages are stored at once, some wait. */
const betweenMillis = 8000;
const frozenMillis = 15_000;
/** API Gateway gives up then. A function that runs out of its own time is a refusal, and there must be none. */
const gatewayMillis = 30_000;

let pipeline: Pipeline;
beforeAll(async () => {
  pipeline = await startPipeline(outageFolder);
});
afterAll(() => pipeline?.stop());

test('a search service that is stopped, killed and frozen loses nothing and stores nothing twice', {
  timeout: 600_000,
}, async () => {
  const { search } = pipeline;
  const { sent, finish } = postSteadily(pipeline, callsPerSecond);
  await pause(betweenMillis);
  await search.stop();
  await pause(outageMillis);
  await search.start();
  for (let times = 0; times < 2; times++) {
    await pause(betweenMillis);
    await search.kill();
    await search.start();
  }
  await pause(betweenMillis);
  search.freeze();
  await pause(frozenMillis);
  search.thaw();
  await pause(betweenMillis);
  await finish();
  const outcome = await outcomeOf(pipeline, sent, 240_000);
  const { posts, accepted, refused, slowestMillis, contactIds } = sent;
  console.info({
    calls: contactIds.length,
    sent: posts,
    accepted,
    refused: Object.fromEntries(refused),
    slowestAnswerSeconds: Number((slowestMillis / 1000).toFixed(1)),
    documents: outcome,
  });
  expect(contactIds.length).toBeGreaterThan(200);
  expect(slowestMillis).toBeLessThan(gatewayMillis);
  expect(Object.fromEntries(refused)).toEqual({});
  expect(outcome).toMatchObject({ duplicates: 0, lost: 0 });
});
