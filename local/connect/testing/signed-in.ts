import { makeOrganisation } from '../../organisation.ts';
import type { AgentSession } from '../agents/agent-session.ts';
import { Sessions } from '../agents/sessions.ts';
import type { Call } from '../calls/call.ts';
import { Calls } from '../calls/calls.ts';
import { Contacts } from '../calls/contacts.ts';
import { Secrets } from '../calls/secrets.ts';
import { callSpec, namedQueue } from '../control/make-call.ts';
import { inboundContact } from '../control/make-contact.ts';
import { callRequest } from '../control/schemas.ts';
import { ConnectEvents } from '../events.ts';

/** A contact centre in which the first agent is signed in, without any network but the calls' own paths. */
export class SignedIn {
  readonly organisation = makeOrganisation();
  readonly events = new ConnectEvents();
  readonly secrets = new Secrets();
  readonly sessions = new Sessions(this.organisation, this.events, this.secrets);
  readonly calls = new Calls(this.events, { ringMs: 20_000, afterContactWorkMs: 10_000 });
  readonly contacts = new Contacts(this.events, this.calls);
  readonly token = this.sessions.issueToken('ana.silva');
  readonly session: AgentSession;

  constructor() {
    this.session = this.#signIn(this.token);
  }

  /** Another agent's session, or the first one's. */
  signIn(username: string): AgentSession {
    return this.#signIn(this.sessions.issueToken(username));
  }

  /** Opens the agent's page. */
  open(): void {
    this.sessions.socketOpened(this.session);
  }

  /** Rings the agent; `request` is the body of POST /calls. */
  async ring(request: object = {}): Promise<Call> {
    const { queue, lookupFails, ...ringing } = callRequest.parse(request);
    const { agent } = this.session;
    const wishes = { queue: namedQueue(queue, agent.routingProfile.queues, this.organisation), lookupFails };
    const contact = inboundContact({ ...wishes, waits: false }, this.secrets);
    const call = await this.contacts.ring(this.session, callSpec(ringing, contact, agent, this));
    this.contacts.add(contact);
    return call;
  }

  stop(): void {
    this.calls.stop();
    this.sessions.stop();
  }

  #signIn(token: string): AgentSession {
    const session = this.sessions.withToken(token);
    if (!session) throw new Error('The token was issued but is not known');
    return session;
  }
}
