import { measuredCall, ofStream } from './harness/measured-call.ts';
import { callWhen, windowsOf } from './harness/search.ts';
import { simulator, untilTalked } from './harness/simulator.ts';
import { openSoftphone } from './harness/softphone.ts';
import { onEvent, type SeenEvent } from './harness/streams.ts';
import { test } from './harness/visitor.ts';
import { waitFor } from './harness/wait-for.ts';

const timeout = 150_000;

test.concurrent('windows that closed offline arrive once online', { timeout }, async ({ visit, expect }) => {
  const { agent, context, page } = await openSoftphone(visit, 'angelica.bautista');
  const events: SeenEvent[] = [];
  await onEvent(page, 'SOFTPHONE_STATS', (event) => events.push(event));
  const { windows, call } = await measuredCall({ agent }, 66, async (contactId) => {
    await untilTalked(contactId, 5);
    await context.setOffline(true);
    await untilTalked(contactId, 45);
    expect(events).toHaveLength(1);
    expect(await windowsOf(contactId)).toEqual([]);
    await context.setOffline(false);
  });
  expect(ofStream(windows, 'audio_input')).toHaveLength(events.length);
  expect(call.toAgent.windows).toBe(events.length);
});

test.concurrent('the last window arrives although the page is closed at once', { timeout }, async ({
  visit,
}) => {
  const { agent, page } = await openSoftphone(visit, 'mark.garcia');
  const events: SeenEvent[] = [];
  const contactId = await simulator.ring({ agent });
  await untilTalked(contactId, 8);
  await onEvent(page, 'SOFTPHONE_STATS', (event) => events.push(event));
  await simulator.hangUp(contactId);
  await waitFor(
    'the last event',
    () => events.length,
    (count) => count >= 1,
    { within: 10_000, every: 5 },
  );
  await page.close({ runBeforeUnload: true });
  await callWhen(
    'both windows',
    contactId,
    ({ toAgent, fromAgent }) => toAgent.windows === 1 && fromAgent.windows === 1,
  );
});
