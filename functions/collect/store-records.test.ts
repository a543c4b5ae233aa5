import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildAgentEvent, buildContactRecord, buildFlowLog } from '../../test/connect-builders.ts';
import { makeExampleCollector } from './example-collector.ts';

const contactId = (n: number) => `3c5b6f2a-1111-4222-8333-9444455556${String(n).padStart(2, '0')}`;
const second = (n: number) => new Date(Date.parse('2026-03-04T10:00:00Z') + n * 1000).toISOString();

/** What a stream may bring of some contacts: several records of each, of the same second too. */
const record = fc
  .record({
    contact: fc.nat(4),
    updated: fc.nat(3),
    reason: fc.constantFrom('CUSTOMER_DISCONNECT', 'API', null),
  })
  .map(({ contact, updated, reason }) =>
    buildContactRecord({
      ContactId: contactId(contact),
      LastUpdateTimestamp: second(60 + updated),
      DisconnectReason: reason,
    }),
  );
const records = fc.array(record, { minLength: 1, maxLength: 12 });

/** The same in another order, with repeats, in batches. */
const delivered = records.chain((all) =>
  fc.record({
    all: fc.constant(all),
    again: fc.array(fc.constantFrom(...all), { maxLength: 5 }),
    batch: fc.integer({ min: 1, max: 6 }),
  }),
);

async function contactsOf(batches: readonly (readonly unknown[])[]): Promise<unknown> {
  const { records: collect, documents } = makeExampleCollector();
  for (const batch of batches) await collect(batch);
  return Object.fromEntries([...documents()].sort());
}

test('whatever order contacts’ records come in, and however often, the same is stored', async () => {
  const shuffled = delivered.chain(({ all, again, batch }) =>
    fc.shuffledSubarray([...all, ...again], { minLength: all.length + again.length }).map((order) => ({
      all,
      batches: Array.from({ length: Math.ceil(order.length / batch) }, (_, i) =>
        order.slice(i * batch, (i + 1) * batch),
      ),
    })),
  );
  await fc.assert(
    fc.asyncProperty(shuffled, async ({ all, batches }) => {
      expect(await contactsOf(batches)).toEqual(await contactsOf([all]));
    }),
    { numRuns: 60 },
  );
});

test('the newest record of a contact holds, and what was joined stays', async () => {
  const { records: collect, documents, deps } = makeExampleCollector();
  await collect([buildContactRecord()]);
  const [[place = '', document] = []] = [...documents()];
  const [index = '', id = ''] = place.split('/');
  const [stored] = await deps.writing.store.read([{ index, id }], 0);
  const joined = { ...(document as object), calls: [{ agent: 'ana.silva' }], verdict: { fault: 'unclear' } };
  await deps.writing.store.write([{ index, id, document: joined, replaces: stored?.version }], 0);
  await collect([buildContactRecord({ LastUpdateTimestamp: '2026-03-04T10:01:13Z', Channel: 'CHAT' })]);
  expect(documents().get(place)).toEqual(joined);
  await collect([
    buildContactRecord({ LastUpdateTimestamp: '2026-03-04T10:02:00Z', DisconnectDetails: null }),
  ]);
  expect(documents().get(place)).toMatchObject({ updatedAt: '2026-03-04T10:02:00.000Z', ...pick(joined) });
  expect(documents().get(place)).not.toHaveProperty('potentialDisconnectIssue');
});

const pick = ({ calls, verdict }: { calls: unknown; verdict: unknown }) => ({ calls, verdict });

test('an agent’s state is that of the newest event, in whatever order they come', async () => {
  const events = ['LOGIN', 'STATE_CHANGE', 'HEART_BEAT', 'LOGOUT'].map((EventType, i) =>
    buildAgentEvent({ EventId: `event-${i}`, EventType, EventTimestamp: second(i * 10) }),
  );
  const all = fc.shuffledSubarray([...events, ...events], { minLength: 8 });
  await fc.assert(
    fc.asyncProperty(all, fc.integer({ min: 1, max: 8 }), async (order, batch) => {
      const { events: collect, documents } = makeExampleCollector();
      for (let i = 0; i < order.length; i += batch) await collect(order.slice(i, i + batch));
      const stored = [...documents()];
      const states = stored.filter(([place]) => place.startsWith('connect-agent-states/'));
      expect(states.map(([, state]) => state)).toMatchObject([
        { agent: 'ana.silva', eventType: 'LOGOUT', signedIn: false, at: second(30) },
      ]);
      expect(stored).toHaveLength(5);
    }),
    { numRuns: 40 },
  );
});

test('of one instant the event that comes last holds', async () => {
  const { events: collect, documents } = makeExampleCollector();
  const ended = buildAgentEvent({ EventId: 'a' });
  const after = buildAgentEvent({ EventId: 'b', CurrentAgentSnapshot: { Contacts: [] } });
  await collect([ended, after]);
  const state = [...documents()].find(([place]) => place.startsWith('connect-agent-states/'));
  expect(state?.[1]).not.toHaveProperty('contacts');
});

test('who stored something asks to join it, a record once more when the last windows are there', async () => {
  const { records: collect, events, lines, asked } = makeExampleCollector();
  const contactIds = [contactId(66)];
  await collect([buildContactRecord()]);
  expect(asked).toEqual([
    { contactIds, agentTimes: [] },
    { contactIds, agentTimes: [] },
  ]);
  await lines([buildFlowLog()]);
  await events([buildAgentEvent(), buildAgentEvent({ EventType: 'HEART_BEAT', EventId: 'h' })]);
  const at = '2026-03-04T10:00:03.123Z';
  expect(asked.slice(2)).toEqual([
    { contactIds, agentTimes: [] },
    { contactIds, agentTimes: [{ agent: 'ana.silva', at }] },
  ]);
});

test('what is erased, too old or another instance’s is passed over', async () => {
  const { records: collect, events, documents, counted, setAside } = makeExampleCollector();
  const erased = 'e0e0e0e0-0000-4000-8000-000000000000';
  await collect([
    buildContactRecord({ ContactId: erased }),
    buildContactRecord({ InitiationTimestamp: '2025-03-04T10:00:00Z' }),
    buildContactRecord({ InstanceARN: 'arn:aws:connect:eu-central-1:123456789012:instance/other' }),
  ]);
  expect(documents().size).toBe(0);
  expect(
    counted.flatMap(({ metric, dimensions }) => (metric === 'PassedOver' ? [dimensions.reason] : [])),
  ).toEqual(['erased', 'expired', 'instance']);
  await events([buildAgentEvent({ CurrentAgentSnapshot: { Contacts: [{ ContactId: erased }] } })]);
  const next = contactId(70);
  await collect([
    buildContactRecord({ InitialContactId: erased, PreviousContactId: erased, NextContactId: next }),
  ]);
  expect(JSON.stringify([...documents()])).toContain(next);
  expect(JSON.stringify([...documents()])).not.toContain(erased);
  expect(setAside).toEqual([]);
});
