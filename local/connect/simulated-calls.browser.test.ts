import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { Rig } from './testing/rig.ts';

/** More than the 8 s that a softphone looks for an address. */
const ringMs = 10_000;
let rig: Rig;

beforeAll(async () => {
  rig = await Rig.start({ ringMs, afterContactWorkMs: 60_000 });
});
afterAll(() => rig?.stop());

const statsEvent = z.object({
  contactId: z.string(),
  stats: z.array(
    z.object({
      softphoneStreamType: z.string(),
      packetsLost: z.number().nullable(),
      packetsCount: z.number(),
      roundTripTimeMillis: z.number().nullable(),
      audioLevel: z.number().nullable(),
    }),
  ),
});
type CallView = Record<'toAgent' | 'fromAgent', { forwarded: number; dropped: number; delayMs: number }> & {
  state: string;
};

test.concurrent('a lossy call: the browser measures what the path did, twice in a row', async () => {
  const softphone = await rig.openSoftphone('ana.silva');
  for (const round of [1, 2]) {
    const contactId = await ring('ana.silva', { network: lossy });
    await softphone.waitFor('connected', { count: round });
    const isLong = round === 1;
    // Until its first window is over, whenever a busy machine begins that.
    if (isLong) await softphone.waitFor('SOFTPHONE_STATS');
    await sleep(isLong ? 8_000 : 5_000);
    const path = await rig.sim.send<CallView>('DELETE', `/calls/${contactId}`);
    await softphone.waitFor('SOFTPHONE_REPORT', { count: round });
    await softphone.waitFor('SOFTPHONE_STATS', { count: isLong ? 2 : 3 });
    const events = z
      .array(statsEvent)
      .parse((await softphone.seen('SOFTPHONE_STATS')).map(({ data }) => data));
    const stats = events.filter((event) => event.contactId === contactId).flatMap((event) => event.stats);
    const lostToAgent = lostPercent(stats, 'audio_input');
    expect(Math.abs(lostToAgent - pathLossPercent(path.toAgent))).toBeLessThan(isLong ? 1 : 3);
    expect(lostPercent(stats, 'audio_output')).toBeLessThan(1);
    expect(path.fromAgent.dropped).toBe(0);
    const roundTrips = stats.flatMap(({ roundTripTimeMillis }) => roundTripTimeMillis ?? []);
    if (isLong) {
      expect(roundTrips.length).toBeGreaterThan(30);
      // On a busy machine a browser may be late, never early.
      const shortest = Math.min(...roundTrips);
      expect(shortest).toBeGreaterThanOrEqual(79);
      expect(shortest).toBeLessThan(150);
    }
    await softphone.act('clear');
    await softphone.waitFor('destroyed', { count: round });
  }
  await softphone.page.context().close();
});

test.concurrent('mute and hold are seen by Streams and heard by the browser', async () => {
  const softphone = await rig.openSoftphone('maria.reyes');
  const contactId = await ring('maria.reyes');
  await softphone.waitFor('connected');
  await sleep(2_000);
  await softphone.act('mute');
  await softphone.waitFor('mute', { data: true });
  await softphone.act('hold');
  await softphone.waitFor('hold', { data: true });
  await sleep(3_000);
  await softphone.act('unmute');
  await softphone.waitFor('mute', { data: false });
  await softphone.act('resume');
  await sleep(2_000);
  await rig.sim.send('DELETE', `/calls/${contactId}`);
  await softphone.waitFor('SOFTPHONE_STATS');
  const [event] = await softphone.seen('SOFTPHONE_STATS');
  const { stats } = statsEvent.parse(event?.data);
  for (const direction of ['audio_input', 'audio_output']) {
    const levels = stats.flatMap((each) =>
      each.softphoneStreamType === direction ? [each.audioLevel ?? -1] : [],
    );
    expect(levels.filter((level) => level === 0).length).toBeGreaterThanOrEqual(2);
    expect(Math.max(...levels)).toBeGreaterThan(100);
  }
  await softphone.page.context().close();
});

test.concurrent('two agents talk at once, each with a path of their own', async () => {
  const names = ['rui.martins', 'someone.else'];
  const softphones = await Promise.all(names.map((name) => rig.openSoftphone(name)));
  const ids = await Promise.all(names.map((agent) => ring(agent, { queue: 'VIP' })));
  await Promise.all(softphones.map((softphone) => softphone.waitFor('connected')));
  await sleep(2_000);
  for (const id of ids) {
    const { toAgent, fromAgent, state } = await rig.sim.send<CallView>('GET', `/calls/${id}`);
    expect(state).toBe('connected');
    expect(toAgent.forwarded).toBeGreaterThan(50);
    expect(fromAgent.forwarded).toBeGreaterThan(50);
  }
  const ambiguous = await rig.sim.try('POST', '/calls', {});
  expect(ambiguous.status).toBe(409);
  for (const softphone of softphones) await softphone.page.context().close();
});

test.concurrent('an injected delay comes back in API_METRIC', async () => {
  const softphone = await rig.openSoftphone('hugo.pinto');
  await rig.sim.send('PUT', '/api-latency', { putAgentState: 3_000 });
  await softphone.act('setState', 'Lunch');
  await softphone.waitFor('state', { data: 'Lunch' });
  await rig.sim.send('PUT', '/api-latency', {});
  const metrics = (await softphone.seen('API_METRIC')).map(({ data }) =>
    z.object({ name: z.string(), time: z.number() }).parse(data),
  );
  const time = metrics.find(({ name }) => name === 'putAgentState')?.time ?? 0;
  expect(time).toBeGreaterThanOrEqual(3_000);
  // In milliseconds, on a busy machine some more of them.
  expect(time).toBeLessThan(10_000);
  await softphone.page.context().close();
});

test.concurrent('a call that nobody answers is missed', async () => {
  const softphone = await rig.openSoftphone('carla.carvalho');
  const contactId = await ring('carla.carvalho', { autoAccept: false });
  await softphone.waitFor('state', { data: 'MissedCallAgent' });
  expect(await stateOf(contactId)).toBe('missed');
  await softphone.page.context().close();
});

test.concurrent('an agent accepts and hangs up', async () => {
  const softphone = await rig.openSoftphone('bruno.teixeira');
  const contactId = await ring('bruno.teixeira', { autoAccept: false });
  await softphone.waitFor('connecting');
  await softphone.act('accept');
  await softphone.waitFor('connected');
  await softphone.act('hangUp');
  await softphone.waitFor('ended');
  expect(await stateOf(contactId)).toBe('ended');
  await softphone.page.context().close();
});

test.concurrent('without an address the set-up fails, and Streams reports why', async () => {
  const softphone = await rig.openSoftphone('nuno.almeida');
  const contactId = await ring('nuno.almeida', { fail: 'ice' });
  await softphone.waitFor('SOFTPHONE_REPORT');
  expect((await softphone.seen('SOFTPHONE_REPORT'))[0]?.data).toMatchObject({
    contactId,
    report: { iceCollectionFailure: true, handshakingFailure: false },
  });
  expect(await stateOf(contactId)).toBe('error');
  await softphone.page.context().close();
});

test.concurrent('a contact without after-call work goes without a report', async () => {
  const softphone = await rig.openSoftphone('tiago.costa');
  const contactId = await ring('tiago.costa', { afterContactWork: false });
  await softphone.waitFor('connected');
  await rig.sim.send('DELETE', `/calls/${contactId}`);
  await softphone.waitFor('destroyed');
  await sleep(1_000);
  expect(await softphone.seen('ended')).toEqual([]);
  expect(await softphone.seen('SOFTPHONE_REPORT')).toEqual([]);
  await softphone.page.context().close();
});

const lossy = { toAgent: { lossPercent: 5, delayMs: 60 }, fromAgent: { delayMs: 20 } };

async function ring(agent: string, options: object = {}): Promise<string> {
  const { contactId } = await rig.sim.send<{ contactId: string }>('POST', '/calls', { agent, ...options });
  return contactId;
}

async function stateOf(contactId: string): Promise<string> {
  return (await rig.sim.send<CallView>('GET', `/calls/${contactId}`)).state;
}

function lostPercent(stats: z.infer<typeof statsEvent>['stats'], direction: string): number {
  const of = stats.filter((each) => each.softphoneStreamType === direction);
  const lost = of.reduce((sum, each) => sum + (each.packetsLost ?? 0), 0);
  const count = of.reduce((sum, each) => sum + each.packetsCount, 0);
  return (lost * 100) / (direction === 'audio_input' ? lost + count : count);
}

function pathLossPercent({ forwarded, dropped }: CallView['toAgent']): number {
  return (dropped * 100) / (forwarded + dropped);
}
