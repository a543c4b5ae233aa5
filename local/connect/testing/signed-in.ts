import { makeOrganisation } from '../../organisation.ts';
import type { AgentSession } from '../agents/agent-session.ts';
import { Sessions } from '../agents/sessions.ts';
import type { Call } from '../calls/call.ts';
import { Calls } from '../calls/calls.ts';
import { Secrets } from '../calls/secrets.ts';
import { callSpec } from '../control/make-call.ts';
import { callRequest } from '../control/schemas.ts';
import { ConnectEvents } from '../events.ts';

/** A contact centre in which the first agent is signed in, without any network but the calls' own paths. */
export class SignedIn {
  readonly organisation = makeOrganisation();
  readonly events = new ConnectEvents();
  readonly secrets = new Secrets();
  readonly sessions = new Sessions(this.organisation, this.events, this.secrets);
  readonly calls = new Calls(this.events, { ringMs: 20_000, afterContactWorkMs: 10_000 });
  readonly token = this.sessions.issueToken('ana.silva');
  readonly session: AgentSession;

  constructor() {
    const session = this.sessions.withToken(this.token);
    if (!session) throw new Error('The token was issued but is not known');
    this.session = session;
  }

  /** Opens the agent's page. */
  open(): void {
    this.sessions.socketOpened(this.session);
  }

  /** Rings the agent; `request` is the body of POST /calls. */
  ring(request: object = {}): Promise<Call> {
    const spec = callSpec(callRequest.parse(request), this.session, this.organisation, this.secrets);
    return this.calls.ring(this.session, spec);
  }

  stop(): void {
    this.calls.stop();
    this.sessions.stop();
  }
}
