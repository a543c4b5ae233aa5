import { callWhen } from '../e2e/harness/search.ts';
import { simulator, untilTalked } from '../e2e/harness/simulator.ts';
import { openSoftphone } from '../e2e/harness/softphone.ts';
import { test } from '../e2e/harness/visitor.ts';

const agents = ['carmela.domingo', 'jerome.pascual', 'nicole.santiago', 'dennis.soriano'];
const callsEach = 8;
const talkSeconds = 8;

test('every one of many short calls is stored', { timeout: 600_000 }, async ({ visit, expect }) => {
  const contacts = await Promise.all(
    agents.map(async (agent) => {
      await openSoftphone(visit, agent);
      const made: string[] = [];
      for (let n = 0; n < callsEach; n++) {
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
