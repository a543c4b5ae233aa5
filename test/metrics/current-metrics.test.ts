import { afterEach, expect, test } from 'vitest';
import { pollCurrent } from '../../functions/collect/poll-current.ts';
import { type CurrentMetricDocument, currentMetricDocument } from '../../model/documents/current-metric.ts';
import { standInForConnect } from './connect-stand-in.ts';
import { makeExamplePolling } from './example-polling.ts';
import { instance, makeTruth, users } from './truth.ts';
import { endVirtualTime, inVirtualTime, startVirtualTime } from './virtual-time.ts';

afterEach(endVirtualTime);

type Refused = (operation: string, start: number) => boolean;

async function pollOnce(current: object = {}, when: Refused = () => false) {
  startVirtualTime('2026-03-04T10:00:00Z');
  const connect = standInForConnect(makeTruth(0, 1, 0));
  connect.fails.when = when;
  const example = makeExamplePolling(connect.client, { current: { on: true, ...current } });
  const run = await inVirtualTime(pollCurrent(example.current));
  const documents = [...example.store.documents()]
    .filter(([place]) => place.startsWith('connect-current-metrics-'))
    .map(([, document]): CurrentMetricDocument => currentMetricDocument.parse(document));
  return { run, documents, connect };
}

const ofQueues = (documents: readonly CurrentMetricDocument[]) =>
  documents.filter((its) => its.subject === 'queue');
const ofAgents = (documents: readonly CurrentMetricDocument[]) =>
  documents.filter((its) => its.subject === 'agent-status');

test('a run takes a snapshot of every queue each 15 seconds of its minute, although Connect throttles it', async () => {
  const { run, documents, connect } = await pollOnce();
  expect(run).toMatchObject({ poller: 'current', faults: {}, documents: documents.length });
  const queues = ofQueues(documents);
  expect(queues).toHaveLength(4 * instance.queues.length);
  const seconds = new Set(
    queues.map((its) => Math.floor(((Date.parse(its['@timestamp']) / 1000) % 60) / 15)),
  );
  expect([...seconds]).toEqual([0, 1, 2, 3]);
  const [, , third] = queues;
  expect(third).toMatchObject({
    contactQueue: 'Queue 2',
    channel: 'VOICE',
    contactsInQueue: 2,
    agentsOnline: 2,
  });
  // Connect says `null`: there is nothing to estimate.
  expect(third).not.toHaveProperty('estimatedWaitSeconds');
  expect(connect.refused()).toBeGreaterThan(0);
  expect(Date.now()).toBeLessThan(Date.parse('2026-03-04T10:01:00Z'));
});

test('agents are counted by profile and status once in a run, and none is named', async () => {
  const { documents } = await pollOnce();
  const counts = ofAgents(documents);
  expect(counts.reduce((sum, { agents }) => sum + agents, 0)).toBe(users.length);
  // Of three profiles in turn one has every third agent, all of whom are at lunch.
  expect(counts.map((its) => `${its.agentRoutingProfile}: ${its.agentStatus}`).sort()).toEqual([
    'Care: Lunch',
    'Sales: Available',
    'Support: Available',
  ]);
  expect(JSON.stringify(documents)).not.toMatch(/agent[.-]\d/);
});

test('a delay longer than the run is one snapshot, a shorter one as many as there is time for', async () => {
  const { documents } = await pollOnce({ delaySeconds: 60, agentStatuses: false });
  expect(documents).toHaveLength(instance.queues.length);
  const often = await pollOnce({ delaySeconds: 5, agentStatuses: false });
  expect(ofQueues(often.documents)).toHaveLength(12 * instance.queues.length);
});

test('what one request fails of is noted, and the rest stored', async () => {
  let queuesAsked = 0;
  const { run, documents } = await pollOnce({}, (operation, start) => {
    if (operation === 'metrics/userdata') return start > 0;
    if (operation !== 'metrics/current') return false;
    queuesAsked += 1;
    return queuesAsked % 2 === 0;
  });
  expect(run?.faults).toEqual({ failed: 4 + 1 });
  expect(ofQueues(documents)).toHaveLength(4 * 100);
  // Half of the agents would be wrong counts.
  expect(ofAgents(documents)).toEqual([]);
});
