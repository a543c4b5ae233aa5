import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rotations } from '../../model/documents/dated-index.ts';
import { makeMemoryDocumentStore } from '../clients/memory-document-store.ts';
import { makeIndexChoice } from './index-choice.ts';
import { placeRecords } from './place-records.ts';

const never = Number.POSITIVE_INFINITY;
const kind = 'softphone-calls' as const;

function setUp() {
  const store = makeMemoryDocumentStore();
  const asked: (readonly string[])[] = [];
  const process = (rotation: (typeof rotations)[number]) => {
    const choose = makeIndexChoice(
      async (names, deadline) => {
        asked.push(names);
        return store.existing(names, deadline);
      },
      { rotation },
    );
    /** Stores the document of an hour, as a message about it and its repeats do. */
    return async (hour: number) => {
      const at = new Date(Date.UTC(2026, 10, 1, hour));
      const dated = { kind, at, id: at.toISOString(), document: {} };
      const about = { agent: 'ana.silva', startedAt: at.toISOString() };
      const said = { about, records: { documents: [dated], calls: [] } };
      const { documents } = await placeRecords([said], choose, never);
      await store.write(documents, never);
    };
  };
  const indices = () => [...store.documents().keys()].map((place) => place.split('/')[0]);
  return { process, asked, indices };
}
const hour = (day: number) => (day - 1) * 24;

test('a changed rotation begins where no index covers the time yet', async () => {
  const { process, indices } = setUp();
  await process('daily')(hour(16));
  const weekly = process('weekly');
  await weekly(hour(16));
  await weekly(hour(17));
  await process('daily')(hour(18));
  await process('monthly')(hour(25));
  await process('daily')(hour(2));
  expect(indices()).toEqual([
    'softphone-calls-2026.11.16',
    'softphone-calls-2026.11.w3',
    'softphone-calls-2026.11.w3',
    'softphone-calls-2026.11',
    'softphone-calls-2026.11',
  ]);
});

test('asks once for each day, as soon as its index is there', async () => {
  const { process, asked } = setUp();
  const store = process('weekly');
  for (const at of [hour(16), hour(16) + 1, hour(16) + 2, hour(17), hour(17) + 1]) await store(at);
  expect(asked).toHaveLength(3);
});

test('whatever the rotation is changed to and back, and by functions of both settings at once, nothing is stored twice', async () => {
  const step = fc.record({
    // Sixty days: across the ends of months, and of weeks.
    hour: fc.nat(60 * 24),
    rotation: fc.constantFrom(...rotations),
    isNewProcess: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), fc.array(fc.nat(59)), async (steps, repeats) => {
      const { process, indices } = setUp();
      const running = new Map<string, ReturnType<typeof process>>();
      const again = repeats.flatMap((i, nth) => {
        const repeated = steps[i % Math.max(1, steps.length)];
        return repeated ? [{ ...repeated, rotation: rotations[nth % 3] ?? repeated.rotation }] : [];
      });
      for (const { hour, rotation, isNewProcess } of [...steps, ...again]) {
        const before = isNewProcess ? undefined : running.get(rotation);
        const store = before ?? process(rotation);
        running.set(rotation, store);
        await store(hour);
      }
      expect(indices()).toHaveLength(new Set(steps.map((its) => its.hour)).size);
    }),
  );
});

test('contacts have a rotation and a name of their own', async () => {
  const none = async () => new Set<string>();
  const contact = { kind: 'connect-contacts', at: new Date('2026-11-21') } as const;
  const event = { ...contact, kind: 'connect-agent-events' } as const;
  const usual = await makeIndexChoice(none, { rotation: 'daily' })([contact, event], never);
  expect([usual(contact), usual(event)]).toEqual([
    'connect-contacts-2026.11',
    'connect-agent-events-2026.11.21',
  ]);
  const names = { rotation: 'daily', contactsRotation: 'weekly', contactsIndex: 'emite-contacts' } as const;
  const choose = await makeIndexChoice(none, names)([contact], never);
  expect(choose(contact)).toBe('emite-contacts-2026.11.w3');
});
