import { expect, test } from 'vitest';
import { waitFor } from '../e2e/harness/wait-for.ts';
import { figuresOf, pictureOf, truthOf, wentBack } from '../feed/figures.ts';
import { type Event, playFeed } from '../feed/play-feed.ts';

/** Workforce management is told in time to act: a reading every five seconds, and a second to tell it. */
const promisedMillis = 6000;

const events: readonly Event[] = [
  { second: 25, what: 'kill' },
  { second: 45, what: 'fail' },
  { second: 60, what: 'recover' },
  { second: 70, what: 'changeKey' },
  { second: 85, what: 'kill' },
  { second: 100, what: 'hang' },
  { second: 107, what: 'recover' },
];

test('2,000 agents and 200 changes a second over four shards, with a receiver that fails and a function that is killed', {
  timeout: 300_000,
}, async () => {
  const load = { agents: 2000, shards: 4, perSecond: 200, seconds: 120 };
  const { changes, receiver, gaps, silent } = await playFeed(load, events);
  const truth = { ...truthOf(changes), [silent]: 'logged out' };
  const isTrue = (seen: object) => JSON.stringify(sorted(seen)) === JSON.stringify(sorted(truth));
  await waitFor('the truth', () => pictureOf(receiver.taken), isTrue, { within: 60_000 });
  const figures = figuresOf(changes, receiver.taken, gaps);
  console.info('real-time feed', { ...figures, keysRefused: receiver.refused() });
  expect(wentBack(changes, receiver.taken)).toEqual([]);
  expect(figures.medianMillis).toBeLessThanOrEqual(promisedMillis);
  expect(receiver.taken.at(-1)?.key).toBe('two');
  // Each agent once in a message, and after an outage no more than there are agents.
  for (const { message } of receiver.taken)
    expect(new Set(message.changes.map(({ UserName }) => UserName)).size).toBe(message.changes.length);
  for (const { to } of gaps) expect(toldAtOnce(receiver.taken, to)).toBeLessThanOrEqual(load.agents);
});

/** How much the receiver is told in the first round after it is back: what follows within less than a round. */
function toldAtOnce(taken: Parameters<typeof pictureOf>[0], since: number): number {
  const first = taken.find(({ at }) => at >= since)?.at ?? since;
  const round = taken.filter(({ at }) => at >= first && at < first + 4000);
  return round.reduce((sum, { message }) => sum + message.changes.length, 0);
}

function sorted(picture: object): readonly unknown[] {
  return Object.entries(picture).sort(([a], [b]) => (a < b ? -1 : 1));
}
