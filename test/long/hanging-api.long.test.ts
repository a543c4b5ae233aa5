import { callWhen, windowsOf } from '../e2e/harness/search.ts';
import { simulator, untilTalked } from '../e2e/harness/simulator.ts';
import { openSoftphone } from '../e2e/harness/softphone.ts';
import { runningStack } from '../e2e/harness/stack.ts';
import { test } from '../e2e/harness/visitor.ts';
import { waitFor } from '../e2e/harness/wait-for.ts';

test('an API that takes requests and never answers', { timeout: 400_000 }, async ({ visit, expect }) => {
  const { agent, context } = await openSoftphone(visit, 'miguel.villanueva');
  const ofApi = `${runningStack().apiUrl}/**`;
  let hanging = 0;
  await context.route(ofApi, () => {
    hanging++;
  });
  const contactId = await simulator.ring({ agent });
  await untilTalked(contactId, 34);
  await simulator.hangUp(contactId);
  await waitFor(
    'two attempts that hung',
    () => hanging,
    (count) => count >= 2,
    { within: 120_000 },
  );
  await context.unroute(ofApi);
  await callWhen(
    'the whole call',
    contactId,
    ({ reportArrived, toAgent }) => reportArrived && toAgent.windows === 2,
    { within: 200_000, every: 1000 },
  );
  expect(await windowsOf(contactId)).toHaveLength(4);
});
