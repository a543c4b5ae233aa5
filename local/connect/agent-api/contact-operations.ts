import { z } from 'zod';
import type { AgentSession } from '../agents/agent-session.ts';
import type { Call } from '../calls/call.ts';
import type { Calls } from '../calls/calls.ts';
import { ApiFault } from './fault.ts';

const onContact = z.object({ contactId: z.string() });
const onConnection = onContact.extend({ connectionId: z.string() });

/** What an agent does to a contact. Each takes the request's body and throws an ApiFault 400 if the contact is not the agent's. */
export function contactOperations(calls: Calls) {
  const contact = (act: (call: Call) => void) => (session: AgentSession, body: unknown) => {
    act(theirCall(session, onContact.parse(body).contactId));
    return {};
  };
  const connection =
    (act: (call: Call, connectionId: string) => void) => (session: AgentSession, body: unknown) => {
      const { contactId, connectionId } = onConnection.parse(body);
      act(theirCall(session, contactId), connectionId);
      return {};
    };
  return {
    acceptContact: contact((call) => {
      if (!call.isRinging) throw gone('The contact is not ringing');
      calls.accept(call);
    }),
    rejectContact: contact((call) => calls.reject(call)),
    clearContact: contact((call) => calls.finish(call)),
    completeContact: contact((call) => calls.finish(call)),
    destroyConnection: connection((call, connectionId) => {
      const byAgent = connectionId === call.agentConnection.id;
      if (byAgent && call.isRinging) calls.reject(call);
      else calls.hangUp(call, 'AGENT_DISCONNECT');
    }),
    holdConnection: connection((call, connectionId) => calls.hold(call, connectionId, true)),
    resumeConnection: connection((call, connectionId) => calls.hold(call, connectionId, false)),
  };
}

function theirCall({ call }: AgentSession, contactId: string): Call {
  if (call?.contactId !== contactId) throw gone(`The agent has no contact ${contactId}`);
  return call;
}

function gone(message: string): ApiFault {
  return new ApiFault(400, 'ContactNotFoundException', message);
}
