import { callWhen } from '../e2e/harness/search.ts';
import { simulator, untilTalked } from '../e2e/harness/simulator.ts';
import { openSoftphone } from '../e2e/harness/softphone.ts';
import { test } from '../e2e/harness/visitor.ts';
import { waitFor } from '../e2e/harness/wait-for.ts';

const agents = ['carmela.domingo', 'jerome.pascual', 'nicole.santiago', 'dennis.soriano'];
const callsEach = 6;
const talkSeconds = 8;

/** Connect offers no call before the after-call work of the last one is done. */
async function untilAvailable(agent: string): Promise<void> {
  const isAvailable = (agents: readonly { username: string; state: string }[]) =>
    agents.some(({ username, state }) => username === agent && state === 'Available');
  await waitFor(`${agent} to be available`, simulator.agents, isAvailable, { within: 40_000 });
}

test('every one of many short calls is stored', { timeout: 600_000 }, async ({ visit, expect }) => {
  const contacts = await Promise.all(
    agents.map(async (agent) => {
      await openSoftphone(visit, agent);
      const made: string[] = [];
      for (let n = 0; n < callsEach; n++) {
        await untilAvailable(agent);
        const contactId = await simulator.ring({ agent });
        await untilTalked(contactId, talkSeconds);
        await simulator.hangUp(contactId);
        made.push(contactId);
      }
      return made;
    }),
  );
  for (const contactId of contacts.flat()) {
    const call = await callWhen(
      'the report and the windows',
      contactId,
      ({ reportArrived, toAgent }) => reportArrived && toAgent.windows === 1,
    );
    expect(call.rating).toBe('good');
  }
});
