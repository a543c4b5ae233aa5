import type { ExpectStatic } from 'vitest';
import { invokeFunction } from '../../deploy/cli/invoke-function.ts';
import { type ContactDocument, contactDocument } from '../../model/documents/contact.ts';
import { contactAnswer } from '../../model/query/contacts.ts';
import { pageAnswer } from '../../model/query/page.ts';
import { emulator } from './harness/aws.ts';
import { tokensOf } from './harness/manager.ts';
import { measuredCall } from './harness/measured-call.ts';
import { type PlayedCustomers, playCustomers } from './harness/play-customers.ts';
import { query } from './harness/query.ts';
import { find, findWhen } from './harness/search.ts';
import { openSoftphone } from './harness/softphone.ts';
import { runningStack } from './harness/stack.ts';
import { test } from './harness/visitor.ts';

type Stored = ContactDocument & {
  readonly joinedAt?: string;
  readonly verdict?: { readonly agent?: string };
};
type Arrived = { readonly receivedAt: string };

/** Everything that a contact is put together of. */
const parts = [
  'connect-contacts-*',
  'connect-flow-logs-*',
  'connect-agent-events-*',
  'softphone-calls-*',
  'softphone-call-reports-*',
].join();
const mostSeconds = 10;

const isWhole = ({ calls = [], flow = [], states = [] }: Partial<Stored>) =>
  calls[0]?.reportArrived === true &&
  flow.length >= 5 &&
  states.some(({ contactState }) => contactState === 'ENDED');

test.concurrent('a call in the browser is one contact with record, sound, report, flow and states, seconds after the last of them came', async ({
  visit,
  expect,
}) => {
  const softphone = await openSoftphone(visit, 'rita.ribeiro');
  const { call } = await measuredCall(softphone, 15);
  const { contactId } = call;
  // The simulated agent's after-contact work takes ten seconds; then comes the record.
  const [contact, ...others] = await findWhen<Stored>(
    'the whole contact',
    'connect-contacts-*',
    [{ term: { contactId } }],
    ([found]) => found !== undefined && isWhole(found),
  );
  expect(others).toEqual([]);
  expect(contactDocument.parse(contact)).toMatchObject({
    agent: 'rita.ribeiro',
    agentHierarchy: { level1: 'Commercial' },
    channel: 'VOICE',
    contactQueue: call.contactQueue,
    site: call.site,
    agentPhoneType: 'SOFT_PHONE',
    expectsStatistics: true,
    hasStatistics: true,
    nativeQuality: { agent: { score: expect.any(Number) } },
    softphone: { calls: 1, missed: 0, rating: call.rating, setupFailed: false },
    calls: [{ agent: 'rita.ribeiro', toAgent: { windows: call.toAgent.windows }, report: expect.anything() }],
  });
  expect(contact?.flow.map(({ moduleType }) => moduleType)).toContain('TransferToQueue');
  expect(contact?.states.map(({ contactState }) => contactState)).toEqual(
    expect.arrayContaining(['CONNECTING', 'CONNECTED', 'ENDED']),
  );
  // What tells of a contact names it; what came later is no part of what was seen here.
  const joinedAt = Date.parse(contact?.joinedAt ?? '');
  const came = (await find<Arrived>(parts, [{ term: { contactId } }]))
    .map(({ receivedAt }) => Date.parse(receivedAt))
    .filter((at) => at <= joinedAt);
  const seconds = (joinedAt - Math.max(...came)) / 1000;
  console.info(`The contact was whole ${seconds.toFixed(1)} s after the last of its parts came.`);
  expect(seconds).toBeLessThanOrEqual(mostSeconds);
});

const stored = (contactId: string, isWanted: (contact: Stored) => boolean = () => true) =>
  findWhen<Stored>(
    'the contact',
    'connect-contacts-*',
    [{ term: { contactId } }],
    ([its]) => its !== undefined && isWanted(its),
    { within: 60_000 },
  ).then(([its]) => its);

test.concurrent('who is not answered, handed on, called back or gives up is told as it was, with what it cost', {
  timeout: 180_000,
}, async ({ expect, onTestFinished }) => {
  const told = await playCustomers(onTestFinished);
  const { handedOn, transfer, asking, callback, abandoned, agents } = told;
  await expectHandedOn(told, expect);
  expect(await stored(transfer, hasStates)).toMatchObject({
    agent: agents.second,
    initiationMethod: 'TRANSFER',
    transfer: { initialContactId: handedOn, previousContactId: handedOn },
  });
  expect(await stored(callback, hasStates)).toMatchObject({
    agent: agents.second,
    initiationMethod: 'CALLBACK',
    transfer: { previousContactId: asking },
    states: expect.arrayContaining([expect.objectContaining({ contactState: 'INCOMING' })]),
  });
  expect(await stored(asking)).toMatchObject({
    disconnectReason: 'CONTACT_FLOW_DISCONNECT',
    transfer: { nextContactId: callback },
  });
  const gone = await stored(abandoned);
  expect(gone).toMatchObject({ disconnectReason: 'CUSTOMER_DISCONNECT', contactQueue: 'VIP' });
  expect(gone?.enqueuedAt).toBeDefined();
  expect(gone?.agent).toBeUndefined();
  await expectShown(told, expect);
});

const hasStates = ({ states = [] }: Partial<Stored>) => states.length > 0;

async function expectHandedOn({ handedOn, transfer, agents }: PlayedCustomers, expect: ExpectStatic) {
  const contact = await stored(
    handedOn,
    ({ calls = [], flow = [], states = [] }) =>
      calls.length === 2 && flow.length >= 7 && states.some(({ contactState }) => contactState === 'ENDED'),
  );
  expect(contact).toMatchObject({
    agent: agents.first,
    agentConnectionAttempts: 2,
    contactQueue: 'VIP',
    disconnectReason: 'AGENT_DISCONNECT',
    softphone: { rating: 'poor', missed: 1 },
    transfer: { nextContactId: transfer, completedAt: expect.any(String) },
  });
  const failed = contact?.flow.filter((step) => step.failed).map(({ moduleType }) => moduleType);
  expect(failed).toEqual(['InvokeExternalResource']);
  const statesOf = (agent: string) =>
    contact?.states.flatMap((its) => (its.agent === agent && its.contactState ? [its.contactState] : []));
  expect(statesOf(agents.silent)).toEqual(['CONNECTING', 'MISSED']);
  expect(statesOf(agents.first)).toEqual(['CONNECTING', 'CONNECTED', 'ENDED']);
  await invokeFunction(emulator(), 'softphone-quality-local-judge', {});
  const judged = await stored(handedOn, (its) => its.verdict !== undefined);
  expect(judged?.verdict?.agent).toBe(agents.first);
}

/** The pages of the contacts name each other, and the panel of costs knows the transfer. */
async function expectShown(told: PlayedCustomers, expect: ExpectStatic): Promise<void> {
  const { access } = await tokensOf(runningStack().manager);
  const relatedTo = async (contactId: string) => {
    const { text } = await query(`contacts/${contactId}`, access);
    return contactAnswer.parse(JSON.parse(text)).related.map((row) => row.contactId);
  };
  expect(await relatedTo(told.handedOn)).toEqual([told.transfer]);
  expect(await relatedTo(told.transfer)).toEqual([told.handedOn]);
  expect(await relatedTo(told.callback)).toEqual([told.asking]);
  const hour = 3_600_000;
  const { text } = await query('page', access, [
    ['page', 'contacts-and-causes'],
    ['panel', 'costs'],
    ['agent', told.agents.first],
    ['from', new Date(Date.now() - hour).toISOString()],
    ['to', new Date(Date.now() + hour).toISOString()],
  ]);
  const { costs } = pageAnswer.parse(JSON.parse(text)).panels;
  expect(costs).toMatchObject({ now: { transfersPoor: { value: 100 }, transfersFine: { restsOn: 0 } } });
}
