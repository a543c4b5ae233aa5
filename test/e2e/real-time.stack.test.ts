import { expect, test } from 'vitest';
import { figuresOf, pictureOf, truthOf, wentBack } from '../feed/figures.ts';
import { playFeed } from '../feed/play-feed.ts';
import { runningStack } from './harness/stack.ts';
import { waitFor } from './harness/wait-for.ts';

/** test/long/real-time.long.test.ts is the same with 2,000 agents, and measures. */
test('a receiver that fails, and a function that is killed: what the receiver knows at the end is the truth', {
  timeout: 180_000,
}, async () => {
  const load = { agents: 60, shards: 2, perSecond: 20, seconds: 12 };
  const { changes, receiver, gaps, silent } = await playFeed(load, [
    { second: 3, what: 'fail' },
    { second: 6, what: 'recover' },
    { second: 8, what: 'kill' },
    { second: 9, what: 'changeKey' },
  ]);
  const truth = { ...truthOf(changes), [silent]: 'logged out' };
  const known = () => pictureOf(receiver.taken);
  const isTrue = (seen: Readonly<Record<string, string>>) =>
    Object.entries(truth).every(([agent, name]) => seen[agent] === name);
  await waitFor('the truth', known, isTrue);
  expect(Object.keys(known())).toHaveLength(load.agents + 1);
  expect(wentBack(changes, receiver.taken)).toEqual([]);
  const { told } = figuresOf(changes, receiver.taken, gaps);
  expect(told).toBeLessThanOrEqual(changes.length + load.agents);
});

test('where there is no feed nobody can ask for it', async () => {
  const { port } = new URL(runningStack().apiUrl);
  const headers = { host: new URL(runningStack().apiUrl).host, 'x-api-key': 'any' };
  const response = await fetch(`http://127.0.0.1:${port}/agent-states`, { headers });
  expect(response.status).toBe(404);
});
