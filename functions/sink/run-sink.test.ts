import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FailedMessage } from '../clients/failed-records.ts';
import { makeMemoryDocumentStore } from '../clients/memory-document-store.ts';
import type { Sent } from '../clients/partner.ts';
import type { WrittenDocument } from '../clients/written-documents.ts';
import { makeExampleObject } from '../feed/example-object.ts';
import { runSink, type SinkDeps } from './run-sink.ts';
import { sendAgain } from './send-again.ts';

const minute = 60_000;
const taken: Sent = { outcome: 'taken' };
const away: Sent = { outcome: 'delayed', reason: 'status 503' };
type Message = { readonly documents: { id: string; revision: number; document: { n: number } }[] };

/** An index of documents in memory, a sink and a partner. */
function setUp(kind: 'softphone-calls' | 'connect-contacts' = 'softphone-calls') {
  const clock = { now: Date.parse('2026-03-04T10:00:00.000Z') };
  const written = new Map<string, WrittenDocument>();
  const numbers = new Map<string, number>();
  const write = (id: string, n: number, index = `${kind}-2026.03.04`) => {
    const number = (numbers.get(index) ?? -1) + 1;
    numbers.set(index, number);
    written.set(`${index} ${id}`, { index, id, number, fields: { n } });
  };
  const partner = { answer: (_: Message): Sent => taken };
  const came: Message['documents'] = [];
  const aside: FailedMessage[] = [];
  const ages: number[] = [];
  const settings: { documents: SinkDeps['settings']['documents'] } = { documents: { [kind]: ['n'] } };
  const deps: SinkDeps = {
    settings,
    object: makeExampleObject(),
    documents: {
      newest: async (of, known) =>
        Object.fromEntries(
          [...numbers].filter(([index, newest]) => index.startsWith(of) && newest > (known[index] ?? -1)),
        ),
      between: async ({ index, after, upTo, most }) =>
        [...written.values()]
          .filter((its) => its.index === index && its.number > after && its.number <= upTo)
          .sort((a, b) => a.number - b.number)
          .slice(0, most),
    },
    partner: {
      send: async (body) => {
        const message = body as Message;
        const answer = partner.answer(message);
        if (answer.outcome === 'taken') came.push(...message.documents);
        return answer;
      },
    },
    failedRecords: { keepMessage: async (message) => void aside.push(message) },
    instanceId: 'i',
    retentionDays: 30,
    telemetry: { info: () => {}, warn: () => {}, count: () => {} },
    gauges: { measure: ({ value }) => void ages.push(value) },
    now: () => clock.now,
    pause: async (millis) => {
      clock.now += millis;
    },
  };
  const run = async () => {
    try {
      await runSink(deps, clock.now + 50_000);
    } finally {
      clock.now += minute;
    }
  };
  const known = () => Object.fromEntries(came.map(({ id, document }) => [id, document.n]));
  return { clock, write, partner, came, aside, ages, settings, run, known };
}

test('what is written from then on is forwarded, as it is then, and nothing that was there before', async () => {
  const { write, run, came, known } = setUp();
  write('old', 1);
  await run();
  write('a', 1);
  write('a', 2);
  await run();
  // What was seen the first time may have something behind it that was not to be seen yet.
  expect(came).toEqual([]);
  write('b', 1);
  await run();
  await run();
  expect(known()).toEqual({ a: 2, b: 1 });
  expect(came).toHaveLength(2);
  await run();
  expect(came).toHaveLength(2);
  write('old', 2);
  write('c', 1, 'softphone-calls-2026.03.05');
  await run();
  await run();
  expect(known()).toEqual({ a: 2, b: 1, old: 2, c: 1 });
});

test('of a kind that is chosen later nothing is forwarded that was there before', async () => {
  const { write, run, settings, known } = setUp();
  await run();
  write('contact', 1, 'connect-contacts-2026.03');
  settings.documents = { 'softphone-calls': ['n'], 'connect-contacts': ['n'] };
  await run();
  write('later', 1, 'connect-contacts-2026.03');
  write('first', 1, 'connect-contacts-2026.04');
  await run();
  await run();
  expect(known()).toEqual({ later: 1, first: 1 });
});

test('a document that is refused is set aside alone, by its place, and comes again when it is replayed', async () => {
  const { write, run, partner, aside, known } = setUp();
  await run();
  for (let n = 0; n < 30; n++) write(`call-${n}`, n);
  const refused: Sent = { outcome: 'refused', reason: 'status 422' };
  partner.answer = ({ documents }) => (documents.some(({ id }) => id === 'call-17') ? refused : taken);
  await run();
  await run();
  expect(Object.keys(known())).toHaveLength(29);
  expect(aside).toHaveLength(1);
  expect(aside[0]).toMatchObject({
    route: 'sink',
    reason: 'refusedByPartner',
    detail: 'status 422',
    body: { route: 'sink', message: { index: 'softphone-calls-2026.03.04', id: 'call-17' } },
  });
  partner.answer = () => taken;
  const store = makeMemoryDocumentStore();
  const place = { index: 'softphone-calls-2026.03.04', id: 'call-17' };
  const body = aside[0]?.body as Parameters<typeof sendAgain>[0];
  expect(await sendAgain(body, { writing: { store } }, Number.POSITIVE_INFINITY)).toBe(0);
  await store.write([{ ...place, document: { n: 17 } }], Number.POSITIVE_INFINITY);
  const [before] = await store.read([place], Number.POSITIVE_INFINITY);
  expect(await sendAgain(body, { writing: { store } }, Number.POSITIVE_INFINITY)).toBe(1);
  const [after] = await store.read([place], Number.POSITIVE_INFINITY);
  expect(after?.source).toEqual({ n: 17 });
  expect(after?.version).not.toEqual(before?.version);
  await expect(sendAgain({ ...body, message: {} }, { writing: { store } }, 0)).rejects.toThrow('not said');
});

test('a partner that is away is tried ever later, and says since when', async () => {
  const { write, run, partner, ages, clock, known } = setUp();
  await run();
  write('a', 1);
  let tries = 0;
  partner.answer = () => {
    tries++;
    return away;
  };
  for (let i = 0; i < 60; i++) await run();
  expect(tries).toBeLessThan(20);
  expect(ages.at(-1)).toBeGreaterThan(3000);
  partner.answer = () => taken;
  clock.now += 15 * minute;
  await run();
  expect(known()).toEqual({ a: 1 });
  expect(ages.at(-1)).toBe(0);
});

test('many documents go in messages of a size, in order', async () => {
  const { write, run, partner, came } = setUp();
  await run();
  for (let n = 0; n < 1000; n++) write(`call-${n}`, n);
  const sizes: number[] = [];
  partner.answer = ({ documents }) => {
    sizes.push(documents.length);
    return taken;
  };
  await run();
  await run();
  expect(Math.max(...sizes)).toBeLessThanOrEqual(200);
  expect(came.map(({ document }) => document.n)).toEqual(Array.from({ length: 1000 }, (_, n) => n));
});

const step = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  day: fc.constantFrom('04', '05'),
  partner: fc.constantFrom<('taken' | 'away' | 'broken')[]>('taken', 'taken', 'away', 'broken'),
  runs: fc.boolean(),
});

test('whatever fails and breaks down, the partner ends with all, as it is, and never goes back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const { write, run, partner, came, clock, known } = setUp();
      await run();
      const truth: Record<string, number> = {};
      for (const [n, { id, day, partner: how, runs }] of steps.entries()) {
        write(`${id}-${day}`, n, `softphone-calls-2026.03.${day}`);
        truth[`${id}-${day}`] = n;
        partner.answer = () => {
          if (how === 'broken') throw new Error('killed');
          return how === 'taken' ? taken : away;
        };
        if (runs) await run().catch(() => {});
      }
      partner.answer = () => taken;
      clock.now += 15 * minute;
      await run();
      await run();
      expect(known()).toEqual(truth);
      const last = new Map<string, number>();
      for (const { id, revision } of came) {
        expect(revision).toBeGreaterThanOrEqual(last.get(id) ?? -1);
        last.set(id, revision);
      }
    }),
    { numRuns: 200 },
  );
});
