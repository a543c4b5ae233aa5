import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Organisation } from '../../organisation.ts';
import type { AgentSession } from '../agents/agent-session.ts';
import { choosableState } from '../agents/agent-state.ts';
import type { MediaConnection } from '../turn/users.ts';
import { configuration, queues, states } from './configuration.ts';
import { ApiFault } from './fault.ts';
import { snapshot } from './snapshot.ts';

const TRANSPORT_SECONDS = 3_600;
const LONGEST_POLL_MS = 30_000;
/** Answers of the long poll are never closer than this, so that one change of several fields is seen as one. */
const SETTLE_MS = 5;

const snapshotRequest = z.object({ nextToken: z.string().optional(), timeout: z.number().optional() });
const transportRequest = z.object({ transportType: z.enum(['web_socket', 'softphone']) });
const stateRequest = z.object({ state: z.object({ name: z.string() }) });

/**
 * What an agent reads, and the agent's state. `mediaConnection` gives a TURN server with credentials, `webSocketUrl` the wss
 * address that the worker turns into ws.
 */
export function agentOperations(
  organisation: Organisation,
  mediaConnection: () => MediaConnection,
  webSocketUrl: (session: AgentSession) => string,
) {
  return {
    async getAgentSnapshot(session: AgentSession, body: unknown, gone: AbortSignal) {
      const { nextToken, timeout = LONGEST_POLL_MS } = snapshotRequest.parse(body);
      const seen = nextToken === undefined ? undefined : Number(nextToken);
      await session.changes.changedSince(seen, Math.min(timeout, LONGEST_POLL_MS), gone);
      await sleep(SETTLE_MS);
      return snapshot(session, new Date());
    },
    getAgentConfiguration: configuration,
    getAgentStates: () => states(organisation),
    getAgentPermissions: () => ({ permissions: ['outboundCall', 'voiceId'] }),
    getDialableCountryCodes: () => ({ countryCodes: ['pt', 'pl', 'ph'] }),
    getRoutingProfileQueues: (session: AgentSession) => queues(session, organisation),
    getEndpoints: () => ({ endpoints: [] }),
    putAgentState(session: AgentSession, body: unknown) {
      const { state } = stateRequest.parse(body);
      const chosen = choosableState(organisation, state.name, new Date());
      if (!chosen) throw new ApiFault(400, 'InvalidStateException', `There is no agent state ${state.name}`);
      session.choose(chosen);
      return {};
    },
    createTransport(session: AgentSession, body: unknown) {
      const { transportType } = transportRequest.parse(body);
      if (transportType === 'softphone')
        return { softphoneTransport: { softphoneMediaConnections: [mediaConnection()] } };
      const expiry = new Date(Date.now() + TRANSPORT_SECONDS * 1_000).toISOString();
      const url = webSocketUrl(session);
      return { webSocketTransport: { url, transportLifeTimeInSeconds: TRANSPORT_SECONDS, expiry } };
    },
    sendSoftphoneCallMetrics: () => ({}),
    sendSoftphoneCallReport: () => ({}),
    sendClientLogs: () => ({}),
  };
}
