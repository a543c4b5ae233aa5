import { measuredCall, ofStream } from './harness/measured-call.ts';
import { callWhen, windowsOf } from './harness/search.ts';
import { simulator, untilTalked } from './harness/simulator.ts';
import { openSoftphone } from './harness/softphone.ts';
import { test } from './harness/visitor.ts';
import { waitFor } from './harness/wait-for.ts';

test.concurrent('windows that closed offline arrive once online', async ({ visit, expect }) => {
  const softphone = await openSoftphone(visit, 'angelica.bautista');
  const { context, statsEvents } = softphone;
  const { windows, call } = await measuredCall(softphone, 66, {}, async (contactId) => {
    await untilTalked(contactId, 5);
    await context.setOffline(true);
    await untilTalked(contactId, 45);
    expect(statsEvents).toHaveLength(1);
    expect(await windowsOf(contactId)).toEqual([]);
    await context.setOffline(false);
  });
  expect(ofStream(windows, 'audio_input')).toHaveLength(statsEvents.length);
  expect(call.reportArrived).toBe(true);
});

test.concurrent('the last window arrives although the page is closed while it is sent', async ({ visit }) => {
  const { agent, page, sent } = await openSoftphone(visit, 'mark.garcia');
  const contactId = await simulator.ring({ agent });
  await untilTalked(contactId, 8);
  await simulator.hangUp(contactId);
  const look = () => sent.some(({ body }) => body.includes(contactId) && body.includes('"audio_output"'));
  await waitFor('the last window to be sent', look, (isSent) => isSent, { every: 1 });
  await page.close({ runBeforeUnload: true });
  await callWhen(
    'both windows',
    contactId,
    ({ toAgent, fromAgent }) => toAgent.windows === 1 && fromAgent.windows === 1,
  );
});
