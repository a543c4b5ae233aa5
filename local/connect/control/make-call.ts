import type { Named, Organisation } from '../../organisation.ts';
import type { AgentSession } from '../agents/agent-session.ts';
import type { Sessions } from '../agents/sessions.ts';
import type { CallSpec } from '../calls/call.ts';
import type { Contact } from '../calls/contact.ts';
import { makeMediaConfig } from '../calls/media-config.ts';
import type { Secrets } from '../calls/secrets.ts';
import { Refusal } from '../problem.ts';
import type { RingRequest } from './schemas.ts';

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

/** Completes a request to ring an agent for a contact: credentials. Throws a Refusal of a contact with somebody outside. */
export function callSpec(
  { autoAccept, afterContactWork, network = {}, fail }: RingRequest,
  contact: Contact,
  agent: AgentSession['agent'],
  { organisation, secrets }: { readonly organisation: Organisation; readonly secrets: Secrets },
): CallSpec {
  const { queue } = contact.spec;
  if (!queue) throw new Refusal(409, `The contact ${contact.contactId} is with somebody outside`);
  return {
    contact,
    agent,
    queue,
    autoAccept,
    afterContactWork,
    network,
    ...(fail && { fault: fail }),
    media: makeMediaConfig(organisation.region, secrets),
  };
}

/** The queue of that name, or the first of `own`; throws a Refusal 400 that names all. */
export function namedQueue(name: string | undefined, own: readonly Named[], { queues }: Organisation): Named {
  const queue = name === undefined ? own[0] : queues.find((each) => each.name === name);
  if (queue) return queue;
  throw new Refusal(
    400,
    `There is no queue "${name}". There are: ${queues.map((each) => each.name).join(', ')}`,
  );
}
