import type { CallDocument } from '../../model/documents/call.ts';
import type { CallReportDocument } from '../../model/documents/call-report.ts';
import { callWhen, findWhen, reportsIndices } from './harness/search.ts';
import { simulator, untilTalked } from './harness/simulator.ts';
import { openSoftphone } from './harness/softphone.ts';
import { test } from './harness/visitor.ts';

const types = ({ events }: CallDocument) => events.map(({ type }) => type);

test.concurrent('no way through the network: ICE fails', async ({ visit, expect }) => {
  await openSoftphone(visit, 'tiago.costa');
  const contactId = await simulator.ring({ agent: 'tiago.costa', fail: 'ice' });
  const call = await callWhen('the report', contactId, ({ reportArrived }) => reportArrived);
  expect(call.setupFailed).toBe(true);
  expect(call.failures).toContain('iceCollection');
  expect(call.rating).toBe('poor');
  expect(call.ratingReasons).toEqual(['setupFailed']);
  const [report] = await findWhen<CallReportDocument>(
    'the report',
    reportsIndices,
    [{ term: { contactId } }],
    (r) => r.length > 0,
  );
  expect(report).toMatchObject({ setupFailed: true, agent: 'tiago.costa' });
});

test.concurrent('nobody answers', async ({ visit, expect }) => {
  await openSoftphone(visit, 'sofia.rodrigues');
  const contactId = await simulator.ring({ agent: 'sofia.rodrigues', autoAccept: false });
  const call = await callWhen('the call as missed', contactId, ({ missed }) => missed);
  expect(types(call)).toContain('rung');
  expect(types(call)).not.toContain('connected');
  expect(call.rating).toBe('unclassified');
});

test.concurrent('the contact leaves without an `ended` state', async ({ visit, expect }) => {
  await openSoftphone(visit, 'catarina.sousa');
  const contactId = await simulator.ring({ agent: 'catarina.sousa', afterContactWork: false });
  await untilTalked(contactId, 5);
  await simulator.hangUp(contactId);
  const call = await callWhen('the call as vanished', contactId, (it) => types(it).includes('vanished'));
  expect(call.reportArrived).toBe(false);
  expect(call.endedAt).toBeDefined();
});
