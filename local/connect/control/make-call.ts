import { randomInt, randomUUID } from 'node:crypto';
import type { Named, Organisation } from '../../organisation.ts';
import type { AgentSession } from '../agents/agent-session.ts';
import type { Sessions } from '../agents/sessions.ts';
import type { CallSpec } from '../calls/call.ts';
import { makeMediaConfig } from '../calls/media-config.ts';
import type { Secrets } from '../calls/secrets.ts';
import { Refusal } from '../problem.ts';
import type { CallRequest } from './schemas.ts';

/** The session that a request means; throws a Refusal that says which pages are open. */
export function calledAgent(sessions: Sessions, username: string | undefined): AgentSession {
  const { open } = sessions;
  const names = open.map((session) => session.username).join(', ') || 'none';
  if (username !== undefined) {
    const session = open.find((each) => each.username === username.toLowerCase());
    if (!session) throw new Refusal(409, `${username} has no softphone page open. Open: ${names}`);
    return session;
  }
  const [only] = open;
  if (!only || open.length > 1) throw new Refusal(409, `Name the agent. Softphone pages open: ${names}`);
  return only;
}

/** Completes a request to a call: queue, an invented customer, credentials. */
export function callSpec(
  request: CallRequest,
  { agent }: AgentSession,
  organisation: Organisation,
  secrets: Secrets,
): CallSpec {
  const { autoAccept, afterContactWork, network = {}, fail } = request;
  return {
    contactId: randomUUID(),
    agent,
    queue: namedQueue(request.queue, agent.routingProfile.queues, organisation),
    autoAccept,
    afterContactWork,
    network,
    ...(fail && { fault: fail }),
    // Ofcom keeps these numbers for drama: they reach nobody.
    phoneNumber: `+447700900${String(randomInt(1_000)).padStart(3, '0')}`,
    attributes: { language: 'en-GB', customerNumber: secrets.make('contact-attribute') },
    media: makeMediaConfig(organisation.region, secrets),
  };
}

function namedQueue(name: string | undefined, own: readonly Named[], { queues }: Organisation): Named {
  const queue = name === undefined ? own[0] : queues.find((each) => each.name === name);
  if (queue) return queue;
  throw new Refusal(
    400,
    `There is no queue "${name}". There are: ${queues.map((each) => each.name).join(', ')}`,
  );
}
