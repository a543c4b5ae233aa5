import { randomUUID } from 'node:crypto';
import { messagesOfCall } from '../../local/fleet/call-messages.ts';
import type { PlannedCall } from '../../local/fleet/call-plan.ts';
import { samplesOfCall } from '../../local/fleet/call-samples.ts';
import { congestionOf } from '../../local/fleet/congestion.ts';
import { faultsOf } from '../../local/fleet/faults.ts';
import { personaOf } from '../../local/fleet/persona.ts';
import { randomOf } from '../../local/fleet/random.ts';
import type { SentMessage } from '../../local/fleet/sent-message.ts';
import { makeOrganisation } from '../../local/organisation.ts';

export type StatsMessage = Extract<SentMessage, { route: 'softphone-stats' }>;

const windowsPerCall = 8;
const seed = 1;

/**
 * Calls of four minutes as the agents' pages send them: eight messages each, of two windows. Every one is about a
 * contact of its own, so that nothing is a repeat.
 *
 * @param startsAt when all of them begin
 */
export function callsOf(instanceId: string, count: number, startsAt: Date): StatsMessage[][] {
  const { agents, sites } = makeOrganisation({ instanceId });
  const faults = faultsOf('2000-01-03');
  const congestion = congestionOf(sites[0]?.name ?? '', seed);
  return Array.from({ length: count }, (_, i) => {
    const agent = agents[i % agents.length];
    if (!agent) throw new RangeError('an organisation without agents');
    const persona = personaOf(agent, seed);
    const call = callAt(startsAt.getTime() + i, persona.agent.routingProfile.queues[0] ?? persona.agent);
    const random = randomOf(seed, 'bench', i);
    const samples = samplesOfCall(persona, call, congestion, faults, random);
    const page = { persona, instanceId, clientId: randomUUID() };
    return messagesOfCall(page, call, samples, random).filter(
      (message) => message.route === 'softphone-stats',
    );
  });
}

function callAt(rungAt: number, queue: PlannedCall['queue']): PlannedCall {
  const connectedAt = rungAt + 5000;
  const endedAt = connectedAt + windowsPerCall * 30_000;
  return {
    contactId: randomUUID(),
    queue,
    direction: 'inbound',
    outcome: 'completed',
    failure: 'handshaking',
    rungAt,
    acceptedAt: rungAt + 4000,
    acceptMillis: 120,
    connectedAt,
    endedAt,
    clearedAt: endedAt,
    pauses: [],
  };
}
