import type { CallDocument } from '../../model/documents/call.ts';
import { overlaps } from './harness/exactly-once.ts';
import { post, statsAt } from './harness/ingest.ts';
import { measuredCall } from './harness/measured-call.ts';
import { callWhen, findWhen, windowsIndices, windowsOf } from './harness/search.ts';
import { simulator } from './harness/simulator.ts';
import { openSoftphone, type SentMessage } from './harness/softphone.ts';
import { runningStack } from './harness/stack.ts';
import { test } from './harness/visitor.ts';

/** What of a call must not change when it is told again. */
function timeless({ receivedAt: _, parts: __, ...call }: CallDocument) {
  return call;
}

const ofStats = ({ path }: SentMessage) => path === '/softphone-stats';

test.concurrent('two tabs, and each message sent five times', async ({ visit, expect }) => {
  const softphone = await openSoftphone(visit, 'maria.ferreira');
  await softphone.openTab(runningStack().softphoneUrl);
  const { call } = await measuredCall(softphone, 40);
  const { contactId } = call;
  const windows = await windowsOf(contactId);
  expect(overlaps(windows)).toEqual([]);
  expect(windows).toHaveLength(call.toAgent.windows + call.fromAgent.windows);
  const messages = softphone.sent.filter(({ body }) => body.includes(contactId));
  const windowsSent = messages.filter(ofStats).flatMap(({ body }) => JSON.parse(body).windows as unknown[]);
  expect(windowsSent, 'windows that the two tabs sent').toHaveLength(windows.length);

  for (const { path, body } of messages.flatMap((message) => [message, message, message, message])) {
    const sentAt = new Date().toISOString();
    const { status, text } = await post(path as '/softphone-stats', { ...JSON.parse(body), sentAt });
    expect(status, text).toBe(202);
  }
  expect(await windowsOf(contactId)).toEqual(windows);
  const [again] = await findWhen<CallDocument>(
    'the call',
    'softphone-calls-*',
    [{ term: { contactId } }],
    (c) => c.length === 1,
  );
  expect(again && timeless(again)).toEqual(timeless(call));
});

test.concurrent('a reload in the middle of the call', async ({ visit, expect }) => {
  const softphone = await openSoftphone(visit, 'pedro.pereira');
  const contactId = await simulator.ring({ agent: softphone.agent });
  const first = await callWhen('the first windows', contactId, ({ toAgent }) => toAgent.windows === 1);
  await softphone.page.reload();
  const types = (call: CallDocument) => call.events.map(({ type }) => type);
  await callWhen('the reload among the events', contactId, (call) => types(call).includes('reloaded'));
  await simulator.hangUp(contactId);
  const call = await callWhen('the end among the events', contactId, ({ endedAt }) => endedAt !== undefined);
  const windows = await windowsOf(contactId);
  expect(overlaps(windows)).toEqual([]);
  expect(windows).toHaveLength(call.toAgent.windows + call.fromAgent.windows);
  expect(call.startedAt).toBe(first.startedAt);
  expect(call.reportArrived).toBe(false);
});

test.concurrent('an index rotated between the message and its repeats', async ({ expect }) => {
  const contactId = crypto.randomUUID();
  const midnight = new Date();
  midnight.setUTCHours(0, 0, 0, 0);
  const before = statsAt(new Date(midnight.getTime() - 20_000), 'rui.martins', contactId);
  const after = {
    ...statsAt(new Date(midnight.getTime() + 10_000), 'rui.martins', contactId),
    call: before.call,
  };
  for (const message of [before, after, before, before, after, before]) {
    const { status, text } = await post('/softphone-stats', {
      ...message,
      sentAt: new Date().toISOString(),
    });
    expect(status, text).toBe(202);
  }
  const windows = await findWhen(
    'the windows',
    windowsIndices,
    [{ term: { contactId } }],
    (found) => found.length >= 4,
  );
  expect(windows).toHaveLength(4);
});
