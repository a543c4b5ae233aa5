import { type ContactDocument, contactDocument } from '../../model/documents/contact.ts';
import { measuredCall } from './harness/measured-call.ts';
import { find, findWhen } from './harness/search.ts';
import { openSoftphone } from './harness/softphone.ts';
import { test } from './harness/visitor.ts';

type Stored = ContactDocument & { readonly joinedAt?: string };
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
