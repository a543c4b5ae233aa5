import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CallEvent } from '../../model/messages/call.ts';
import { buildCallReport, buildReport, buildStats, buildWindow } from '../../test/builders.ts';
import { KnownError } from '../errors.ts';
import { makeExampleDeps } from './example-deps.ts';
import { makeRecentCalls } from './recent-calls.ts';
import { softphoneReportKind } from './softphone-report-kind.ts';
import { softphoneStatsKind } from './softphone-stats-kind.ts';
import { storeMessages } from './store-messages.ts';

const start = Date.parse('2026-03-04T10:00:00.000Z');
const at = (second: number) => new Date(start + second * 1000).toISOString();
const never = Number.POSITIVE_INFINITY;

type Step = { readonly second: number; readonly type?: CallEvent['type']; readonly lossPercent?: number };

/** A message of one call: two windows, or an event, or both; `second` is when its newest thing happened. */
function statsAt({ second, type, lossPercent = 0 }: Step) {
  const window = (streamType: 'audio_input' | 'audio_output') =>
    buildWindow({ streamType, startedAt: at(second) }, { lossPercent });
  return buildStats({
    sentAt: at(second + 30),
    pageVersion: `0.1.${second}`,
    windows: type ? [] : [window('audio_input'), window('audio_output')],
    events: type ? [{ type, at: at(second) }] : [],
  });
}

const report = buildReport({ report: buildCallReport({ callEndTime: at(100) }), sentAt: at(101) });

const messages = [
  statsAt({ second: 1, type: 'rung' }),
  statsAt({ second: 4, type: 'connected' }),
  statsAt({ second: 5 }),
  statsAt({ second: 35, lossPercent: 12 }),
  statsAt({ second: 65 }),
  statsAt({ second: 99, type: 'ended' }),
  report,
] as const;

async function storedAfter(arrivals: readonly (typeof messages)[number][], withMemory: boolean) {
  const { deps, store } = makeExampleDeps();
  const writing = { ...deps.writing, ...(withMemory ? { recent: makeRecentCalls(() => 0) } : {}) };
  for (const message of arrivals) {
    const context = { receivedAt: new Date(message.sentAt), sourceIp: '81.84.12.9' };
    const storing = { ...deps, writing };
    if ('report' in message) await storeMessages(softphoneReportKind, [{ message, context }], storing, never);
    else await storeMessages(softphoneStatsKind, [{ message, context }], storing, never);
  }
  return store.documents();
}

test('what is stored is the same in whatever order messages arrive, and however often', async () => {
  const inOrder = await storedAfter(messages, false);
  expect(inOrder.size).toBe(8); // 3 × 2 windows, the report, the call
  const arrivals = fc.shuffledSubarray([...messages, ...messages], { minLength: messages.length * 2 });
  await fc.assert(
    fc.asyncProperty(arrivals, fc.boolean(), async (shuffled, withMemory) => {
      expect(await storedAfter(shuffled, withMemory)).toEqual(inOrder);
    }),
    { numRuns: 60 },
  );
});

test('many messages at once come to the same as one after the other', async () => {
  const { deps, store } = makeExampleDeps();
  const arrivals = messages.flatMap((message) =>
    'report' in message
      ? []
      : [{ message, context: { receivedAt: new Date(message.sentAt), sourceIp: '81.84.12.9' } }],
  );
  expect(await storeMessages(softphoneStatsKind, arrivals, deps, never)).toBe(9);
  const context = { receivedAt: new Date(report.sentAt), sourceIp: '81.84.12.9' };
  await storeMessages(softphoneReportKind, [{ message: report, context }], deps, never);
  expect(store.documents()).toEqual(await storedAfter(messages, false));
});

test('who and where a call was is what its newest message said, not the one that came last', async () => {
  const [, , , , late, ended] = messages;
  const documents = await storedAfter([ended, late], false);
  const call = [...documents].find(([place]) => place.startsWith('softphone-calls'))?.[1];
  expect(call).toMatchObject({ pageVersion: '0.1.99', site: 'Lisbon' });
});

test('who knows a call cannot move it into another queue, whatever time the message is about', async () => {
  const { deps, store } = makeExampleDeps();
  const send = (message: ReturnType<typeof statsAt>, second: number) =>
    storeMessages(
      softphoneStatsKind,
      [{ message, context: { receivedAt: new Date(at(second)) } }],
      deps,
      never,
    );
  const queue = (name: string) => ({ queue: { name, arn: `arn:${name}` } });
  const saying = (name: string, second: number) => {
    const message = { ...statsAt({ second, type: 'muted' }), sentAt: at(70) };
    return { ...message, call: { ...message.call, ...queue(name) } };
  };
  await send({ ...saying('Billing', 5), sentAt: at(35) }, 35);
  for (const second of [-100, 4, 5, 40]) await send(saying('Another view', second), 70);
  const call = [...store.documents()].find(([place]) => place.startsWith('softphone-calls'))?.[1];
  expect(call).toMatchObject({ contactQueue: 'Billing', contactQueueArn: 'arn:Billing' });
  expect(call).toMatchObject({ events: { length: 4 } });
});

test('a repeat writes nothing at all', async () => {
  const { deps, store } = makeExampleDeps();
  const message = statsAt({ second: 5 });
  const arrivalAt = (receivedAt: string) => ({ message, context: { receivedAt: new Date(receivedAt) } });
  await storeMessages(softphoneStatsKind, [arrivalAt(message.sentAt)], deps, never);
  const before = store.documents();
  await storeMessages(softphoneStatsKind, [arrivalAt(at(37))], deps, never);
  expect(store.documents()).toEqual(before);
});

test('refuses a message for another instance, and an agent whom the synced users do not have', async () => {
  const { deps, store } = makeExampleDeps();
  const store1 = (message = buildStats(), users = deps.users) =>
    storeMessages(
      softphoneStatsKind,
      [{ message, context: { receivedAt: new Date(message.sentAt) } }],
      { ...deps, users },
      never,
    );
  await expect(store1(buildStats({ instanceId: 'another' }))).rejects.toMatchObject({
    kind: 'invalid',
    faults: [{ path: '$.instanceId' }],
  });
  const strangers = { find: async () => ({ standing: 'unknown' as const }) };
  await expect(store1(buildStats(), strangers)).rejects.toThrow(KnownError);
  await expect(store1(buildStats(), strangers)).rejects.toMatchObject({ kind: 'unknownAgent' });
  expect(store.documents().size).toBe(0);
});

test('hierarchy and routing profile come from the synced user', async () => {
  const user = {
    instanceId: 'i',
    username: 'ana.silva',
    id: '1',
    arn: 'arn',
    routingProfile: 'Premium',
    agentHierarchy: { level1: 'Service', level2: 'Billing Team' },
    deleted: false,
    syncedAt: at(0),
  };
  const { deps, store } = makeExampleDeps({ users: { find: async () => ({ standing: 'known', user }) } });
  const message = buildStats();
  await storeMessages(
    softphoneStatsKind,
    [{ message, context: { receivedAt: new Date(message.sentAt) } }],
    deps,
    never,
  );
  for (const document of store.documents().values()) {
    expect(document).toMatchObject({ agentRoutingProfile: 'Premium', agentHierarchy: user.agentHierarchy });
  }
});

test('a message that is older than any of its documents is kept is refused; the others’ retention is not its own', async () => {
  const { deps, store } = makeExampleDeps();
  const context = { receivedAt: new Date(start + 3 * 86_400_000) };
  const late = { sentAt: context.receivedAt.toISOString() };
  const config = { ...deps.config, retentionDaysByKind: { 'softphone-stream-stats': 2 } };
  const stats = { message: { ...statsAt({ second: 5 }), ...late }, context };
  await expect(storeMessages(softphoneStatsKind, [stats], { ...deps, config }, never)).rejects.toMatchObject({
    kind: 'invalid',
    faults: expect.arrayContaining([expect.objectContaining({ message: expect.stringContaining('2 days') })]),
  });
  expect(store.documents().size).toBe(0);
  await storeMessages(
    softphoneReportKind,
    [{ message: { ...report, ...late }, context }],
    { ...deps, config },
    never,
  );
  expect(store.documents().size).toBe(2);
});

test('what is about somebody who was erased is accepted and not stored', async () => {
  const { deps, store } = makeExampleDeps();
  const asked: unknown[] = [];
  const erasures = {
    cover: async (about: unknown) => {
      asked.push(about);
      return true;
    },
  };
  const message = statsAt({ second: 5 });
  const storing = { ...deps, erasures };
  const arrivedAfter = (millis: number) => {
    const context = { receivedAt: new Date(Date.parse(message.sentAt) + millis) };
    return storeMessages(softphoneStatsKind, [{ message, context }], storing, never);
  };
  expect(await arrivedAfter(0)).toBe(2);
  // The page's clock is an hour behind: the call began an hour later than it says.
  expect(await arrivedAfter(3_600_000)).toBe(2);
  expect(store.documents().size).toBe(0);
  const { agent, call } = message;
  const startedAt = (millis: number) => new Date(Date.parse(call.startedAt) + millis).toISOString();
  expect(asked).toEqual(
    [0, 3_600_000].map((millis) => ({ agent, contactId: call.contactId, startedAt: startedAt(millis) })),
  );
});

test.each([
  ['windows that come at once', statsAt({ second: 5 }), 31, false],
  ['windows that come a minute after their end', statsAt({ second: 5 }), 5 + 28 + 61, true],
  ['that a call connected', statsAt({ second: 5, type: 'connected' }), 500, false],
  ['the end of a call', statsAt({ second: 99, type: 'ended' }), 100, true],
  ['a call that nobody took', statsAt({ second: 20, type: 'missed' }), 21, true],
  ['a call that vanished', statsAt({ second: 20, type: 'vanished' }), 21, true],
  ['a report', report, 102, true],
] as const)('whether the contact is to be joined: %s', async (_, message, storedAtSecond, isAsked) => {
  const asked: unknown[] = [];
  // The page's clock is an hour behind the server's.
  const serverAt = (second: number) => start + 3_600_000 + second * 1000;
  const { deps } = makeExampleDeps({
    askJoin: async (ask) => void asked.push(ask),
    now: () => serverAt(storedAtSecond),
  });
  const sentAt = at(storedAtSecond - 0.5);
  const context = { receivedAt: new Date(serverAt(storedAtSecond - 0.5)) };
  for (let times = 0; times < 2; times++) {
    if ('report' in message)
      await storeMessages(softphoneReportKind, [{ message: { ...message, sentAt }, context }], deps, never);
    else await storeMessages(softphoneStatsKind, [{ message: { ...message, sentAt }, context }], deps, never);
  }
  // A repeat asks too: whoever stored it may have broken down before.
  const { contactId } = message.call;
  expect(asked).toEqual(isAsked ? [{ contactIds: [contactId] }, { contactIds: [contactId] }] : []);
});

test('windows that waited in a queue are late, however quickly they came', async () => {
  const asked: unknown[] = [];
  const { deps } = makeExampleDeps({
    askJoin: async (ask) => void asked.push(ask),
    now: () => Date.parse(at(7200)),
  });
  const context = { receivedAt: new Date(at(35)) };
  await storeMessages(softphoneStatsKind, [{ message: statsAt({ second: 5 }), context }], deps, never);
  expect(asked).toHaveLength(1);
});

test('what nobody could be asked to join is not taken over: it comes again, and is the same', async () => {
  const { deps, store } = makeExampleDeps({
    askJoin: async () => {
      throw new KnownError('unavailable', 'The queue cannot be reached.');
    },
  });
  const context = { receivedAt: new Date(report.sentAt) };
  await expect(
    storeMessages(softphoneReportKind, [{ message: report, context }], deps, never),
  ).rejects.toMatchObject({ kind: 'unavailable' });
  expect(store.documents().size).toBe(2);
});
