import type { BrowserContext } from 'playwright-core';
import { streamTypes } from '../../model/quality/sample.ts';
import { ofStream } from '../e2e/harness/measured-call.ts';
import { callWhen, windowsOf } from '../e2e/harness/search.ts';
import { simulator, untilTalked } from '../e2e/harness/simulator.ts';
import { openSoftphone } from '../e2e/harness/softphone.ts';
import { runningStack } from '../e2e/harness/stack.ts';
import { test } from '../e2e/harness/visitor.ts';

/** The page's pauses between attempts grow to minutes. */
const untilNextAttempt = { within: 400_000, every: 2000 };

/** Nothing reaches the API until the function that this gives is called. */
async function cutOff(context: BrowserContext): Promise<() => Promise<void>> {
  const ofApi = `${runningStack().apiUrl}/**`;
  await context.route(ofApi, (route) => route.abort('connectionrefused'));
  return () => context.unroute(ofApi);
}

test('five minutes without the API', { timeout: 900_000 }, async ({ visit, expect }) => {
  const { agent, context, statsEvents } = await openSoftphone(visit, 'bianca.salazar');
  const reconnect = await cutOff(context);
  const contactId = await simulator.ring({ agent });
  await untilTalked(contactId, 300);
  await simulator.hangUp(contactId);
  expect(await windowsOf(contactId)).toEqual([]);
  await reconnect();
  const isComplete = ({ reportArrived, toAgent }: { reportArrived: boolean; toAgent: { windows: number } }) =>
    reportArrived && toAgent.windows === statsEvents.length;
  await callWhen('the whole call', contactId, isComplete, untilNextAttempt);
  const windows = await windowsOf(contactId);
  for (const type of streamTypes) expect(ofStream(windows, type)).toHaveLength(statsEvents.length);
});
