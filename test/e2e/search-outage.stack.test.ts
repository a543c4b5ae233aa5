import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { outageFolder } from './harness/folders.ts';
import { type Pipeline, startPipeline } from './harness/pipeline.ts';
import { postSteadily } from './harness/steady-posts.ts';
import { outcomeOf } from './harness/stored-calls.ts';

const outageMillis = 10_000;
/** Longer than the queue hides a message whose function came to nothing (deploy/queue.yml). */
const storedWithinMillis = 240_000;

let pipeline: Pipeline;
beforeAll(async () => {
  pipeline = await startPipeline(outageFolder);
});
afterAll(() => pipeline?.stop());

test('ten seconds without a search service lose nothing, and no page notices', {
  timeout: 480_000,
  retry: 1,
}, async () => {
  const { search } = pipeline;
  const { sent, finish } = postSteadily(pipeline, 2);
  await search.kill();
  // The length of the outage is what this is about.
  await pause(outageMillis);
  await search.start();
  await finish();
  expect(Object.fromEntries(sent.refused)).toEqual({});
  expect(sent.contactIds.length).toBeGreaterThan(15);
  // API Gateway gives up then.
  expect(sent.slowestMillis).toBeLessThan(30_000);
  expect(await outcomeOf(pipeline, sent, storedWithinMillis)).toMatchObject({ duplicates: 0, lost: 0 });
});
