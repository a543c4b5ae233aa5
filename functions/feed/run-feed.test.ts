import fc from 'fast-check';
import { expect, test } from 'vitest';
import { feedState, snapshotOf } from '../../model/wfm/feed-state.ts';
import type { Sent } from '../clients/partner.ts';
import { KnownError } from '../errors.ts';
import { makeExampleFeed } from './example-feed.ts';
import { forgetAgent } from './forget-agent.ts';
import { runFeed } from './run-feed.ts';

type Feed = ReturnType<typeof makeExampleFeed>;
const runMillis = 57_500;
const runOnce = ({ deps, clock }: Feed) => runFeed(deps, clock.now + runMillis);
const away: Sent = { outcome: 'delayed', reason: 'status 503' };
const state = ({ object }: Feed) => feedState.parse(JSON.parse(object.now()?.text ?? ''));

test('at start all of the last day is read first, and each agent is told once, as it is now', async () => {
  const feed = makeExampleFeed();
  for (const name of ['Available', 'Lunch', 'Available', 'Training']) {
    feed.put('one', 'ana', name);
    feed.put('two', 'rui', name);
  }
  feed.users.push(
    { id: 'eva', username: 'Eva', deleted: false },
    { id: 'old', username: 'old', deleted: true },
  );
  await runOnce(feed);
  expect(feed.came.flat()).toHaveLength(3);
  expect(feed.picture()).toEqual({ ana: 'Training', rui: 'Training', eva: 'logged out' });
});

test('changes are told every five seconds, and nothing where nothing has changed', async () => {
  const feed = makeExampleFeed();
  feed.put('one', 'ana', 'Available');
  const start = feed.clock.now;
  feed.clock.onPause = () => {
    if (feed.clock.now - start === 15_000) feed.put('one', 'ana', 'Lunch');
    if (feed.clock.now - start === 20_000) feed.put('one', 'ana', 'Lunch');
  };
  await runOnce(feed);
  expect(feed.came.map((changes) => changes.map((its) => its.AgentStatus.Name))).toEqual([
    ['Available'],
    ['Lunch'],
  ]);
  expect(feed.clock.now - start).toBe(55_000);
  await runOnce(feed);
  expect(feed.came).toHaveLength(2);
});

test('a receiver that was away gets the newest status of each agent, not all that was missed', async () => {
  const feed = makeExampleFeed();
  feed.put('one', 'ana', 'Available');
  await runOnce(feed);
  feed.receiver.answer = () => away;
  feed.clock.onPause = () => void feed.put('one', 'ana', `status ${feed.clock.now}`);
  await runOnce(feed);
  expect(feed.ages.at(-1)).toBeGreaterThanOrEqual(0);
  await runOnce(feed);
  feed.clock.onPause = () => {};
  feed.put('one', 'ana', 'Lunch');
  feed.receiver.answer = () => ({ outcome: 'taken' });
  feed.clock.now += 15_000;
  await runOnce(feed);
  expect(feed.came).toHaveLength(2);
  expect(feed.picture()).toEqual({ ana: 'Lunch' });
  expect(feed.ages.at(-1)).toBe(0);
});

test('a receiver that asks to be left alone is, over the end of a run too', async () => {
  const feed = makeExampleFeed();
  feed.put('one', 'ana', 'Available');
  let asked = 0;
  feed.receiver.answer = () => {
    asked++;
    return { ...away, retryAfterMillis: 90_000 };
  };
  await runOnce(feed);
  await runOnce(feed);
  expect(asked).toBe(2);
});

test('while one run holds the feed another one does nothing, and after a breakdown the next waits for its end', async () => {
  const feed = makeExampleFeed();
  feed.put('one', 'ana', 'Available');
  feed.receiver.answer = () => {
    throw new Error('out of memory');
  };
  await expect(runOnce(feed)).rejects.toThrow('out of memory');
  const brokenAt = feed.clock.now;
  feed.receiver.answer = () => ({ outcome: 'taken' });
  await runOnce(feed);
  expect(feed.picture()).toEqual({ ana: 'Available' });
  expect(feed.clock.now - brokenAt).toBeLessThan(runMillis + 20_000);
  // Held and renewed by another.
  const { object } = feed;
  const renewed = { ...state(feed), heldUntil: Number.MAX_SAFE_INTEGER };
  await object.write(JSON.stringify(renewed), object.now()?.version);
  feed.put('one', 'ana', 'Lunch');
  await runOnce(feed);
  expect(feed.came).toHaveLength(1);
});

test('who finds the feed taken ends at once, and an agent that was taken out meanwhile stays out', async () => {
  const feed = makeExampleFeed();
  feed.put('one', 'ana', 'Available');
  feed.put('one', 'rui', 'Available');
  await runOnce(feed);
  let forgotten: Promise<boolean> | undefined;
  feed.clock.onPause = () => {
    forgotten ??= forgetAgent(feed.object, 'Ana');
  };
  await expect(runOnce(feed)).rejects.toThrow(KnownError);
  expect(await forgotten).toBe(true);
  feed.clock.now += 60_000;
  await runOnce(feed);
  expect(Object.keys(state(feed).agents)).toEqual(['rui']);
  expect(await forgetAgent(feed.object, 'ana')).toBe(false);
  expect(await forgetAgent(makeExampleFeed().object, 'ana')).toBe(false);
});

test('after a split the parent is read to its end, and its children from their beginning', async () => {
  const feed = makeExampleFeed();
  feed.put('parent', 'ana', 'Available');
  feed.put('parent', 'rui', 'Available');
  await runOnce(feed);
  feed.put('parent', 'ana', 'Lunch');
  feed.clock.now += 1;
  feed.stream.close('parent');
  feed.put('left', 'ana', 'Training');
  feed.put('right', 'rui', 'Offline');
  await runOnce(feed);
  expect(feed.picture()).toEqual({ ana: 'Training', rui: 'Offline' });
  expect(state(feed).shards.parent).toMatchObject({ isClosed: true });
  feed.stream.remove('parent');
  await runOnce(feed);
  expect(Object.keys(state(feed).shards)).toEqual(['left', 'right']);
});

test('while the stream cannot be read nothing is told, and a run says so', async () => {
  const feed = makeExampleFeed();
  feed.put('one', 'ana', 'Available');
  await runOnce(feed);
  const deps = { ...feed.deps, stream: { ...feed.stream, shards: () => Promise.reject(new Error('away')) } };
  await expect(runFeed(deps, feed.clock.now + runMillis)).rejects.toThrow('cannot be read');
  const noReading = {
    ...feed.deps,
    stream: { ...feed.stream, read: () => Promise.reject(new Error('away')) },
  };
  await expect(runFeed(noReading, feed.clock.now + runMillis)).rejects.toThrow('cannot be read');
  expect(feed.came).toHaveLength(1);
});

test('users that cannot be looked up keep nobody from being told', async () => {
  const feed = makeExampleFeed();
  feed.put('one', 'ana', 'Available');
  await runFeed({ ...feed.deps, users: () => Promise.reject(new Error('away')) }, feed.clock.now + runMillis);
  expect(feed.picture()).toEqual({ ana: 'Available' });
});

test('who only asks has the picture too, and nobody is told', async () => {
  const feed = makeExampleFeed();
  feed.put('one', 'rui', 'Lunch');
  feed.put('one', 'ana', 'Available');
  await runFeed({ ...feed.deps, partner: undefined }, feed.clock.now + runMillis);
  const { agents, whole, asOf } = snapshotOf(state(feed), 'i');
  expect(agents.map(({ UserName }) => UserName)).toEqual(['ana', 'rui']);
  expect(whole).toBe(true);
  expect(feed.clock.now - Date.parse(asOf)).toBeLessThanOrEqual(10_000);
  expect([feed.came, feed.ages]).toEqual([[], [0]]);
});

const step = fc.record({
  agent: fc.constantFrom('ana', 'rui', 'eva'),
  status: fc.constantFrom('Available', 'Lunch', 'Offline'),
  receiver: fc.constantFrom<('taken' | 'away' | 'lost' | 'broken')[]>(
    'taken',
    'taken',
    'taken',
    'away',
    'lost',
    'broken',
  ),
});

test('whatever fails and breaks down, the receiver ends with the truth, and no agent goes back in time', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 60 }), async (steps) => {
      const feed = makeExampleFeed();
      const truth: Record<string, string> = {};
      const left = [...steps];
      let now: (typeof steps)[number]['receiver'] = 'taken';
      feed.clock.onPause = () => {
        // A few events at once, so that some of them are conflated.
        for (const { agent, status, receiver } of left.splice(0, 4)) {
          feed.put(agent === 'eva' ? 'two' : 'one', agent, status);
          truth[agent] = status;
          now = receiver;
        }
      };
      feed.receiver.answer = () => {
        feed.receiver.isLost = now === 'lost';
        if (now === 'broken') throw new Error('killed');
        return now === 'taken' ? { outcome: 'taken' } : away;
      };
      for (let i = 0; left.length > 0 && i < 50; i++) await runOnce(feed).catch(() => {});
      now = 'taken';
      feed.clock.onPause = () => {};
      feed.clock.now += 60_000;
      await runOnce(feed);
      expect(left).toEqual([]);
      expect(feed.picture()).toEqual(truth);
      const order = new Map<string, bigint>();
      for (const { UserName, eventId } of feed.came.flat()) {
        const at = BigInt(eventId.replace('event-', ''));
        expect(at).toBeGreaterThanOrEqual(order.get(UserName) ?? 0n);
        order.set(UserName, at);
      }
    }),
    { numRuns: 200 },
  );
});
