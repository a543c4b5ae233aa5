import type { Organisation } from '../../organisation.ts';
import type { AgentSession } from '../agents/agent-session.ts';
import type { ConnectListener } from '../events.ts';
import { type AgentEventType, type AgentSnapshot, agentEvent, agentSnapshot } from './agent-event.ts';

/** Connect repeats an agent's event this often while nothing happens. */
const HEARTBEAT_MS = 120_000;

export interface AgentEvents extends ConnectListener {
  stop(): void;
}

/** Turns what happens to agents into the events of the stream, and gives each to `send`, agent by agent in order. */
export function agentEvents(
  organisation: Organisation,
  send: (agentArn: string, event: ReturnType<typeof agentEvent>) => void,
): AgentEvents {
  const last = new Map<AgentSession, AgentSnapshot>();
  const heartbeats = new Map<AgentSession, NodeJS.Timeout>();
  const tell = (type: AgentEventType, session: AgentSession) => {
    const before = type === 'LOGIN' ? null : (last.get(session) ?? null);
    const current = agentSnapshot(session);
    send(session.agent.arn, agentEvent(type, session, before, current, organisation, new Date()));
    last.set(session, current);
    clearInterval(heartbeats.get(session));
    heartbeats.set(
      session,
      setInterval(() => tell('HEART_BEAT', session), HEARTBEAT_MS),
    );
  };
  const changed = (session: AgentSession) => {
    if (last.has(session)) tell('STATE_CHANGE', session);
  };
  return {
    signedIn: (session) => tell('LOGIN', session),
    stateChanged: (session) => {
      // That Connect says Busy or AfterCallWork shows in the contact's own event.
      if (last.get(session)?.AgentStatus.Name !== session.chosen.name) changed(session);
    },
    contactChanged: changed,
    callFinished: changed,
    signedOut: (session) => {
      if (last.has(session)) tell('LOGOUT', session);
      last.delete(session);
      clearInterval(heartbeats.get(session));
      heartbeats.delete(session);
    },
    stop: () => {
      for (const heartbeat of heartbeats.values()) clearInterval(heartbeat);
    },
  };
}
