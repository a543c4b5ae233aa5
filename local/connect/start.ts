import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { makeOrganisation } from '../organisation.ts';
import { agentApp } from './agent-api/agent-app.ts';
import { agentOperations } from './agent-api/agent-operations.ts';
import { contactOperations } from './agent-api/contact-operations.ts';
import { agentApi, type Operations } from './agent-api/routes.ts';
import { Trouble } from './agent-api/trouble.ts';
import { AgentSocket, WEB_SOCKET_PATH } from './agent-api/web-socket.ts';
import { Sessions } from './agents/sessions.ts';
import { Calls } from './calls/calls.ts';
import { Contacts } from './calls/contacts.ts';
import { Secrets } from './calls/secrets.ts';
import { History } from './connect-api/metrics/history.ts';
import { MetricsTrouble } from './connect-api/metrics/trouble.ts';
import { connectApi } from './connect-api/routes.ts';
import { control } from './control/routes.ts';
import { type Destinations, emit } from './emit/emit.ts';
import { ConnectEvents } from './events.ts';
import { pages } from './pages/routes.ts';
import { problem, Refusal } from './problem.ts';
import { signalling } from './signalling/routes.ts';
import { TurnServer } from './turn/server.ts';
import { TurnUsers } from './turn/users.ts';

export interface ConnectOptions extends Destinations {
  /** 0: any that is free. */
  readonly port: number;
  /** An address of this machine only; 127.0.0.1 if left out. */
  readonly host?: string;
  readonly instanceId?: string;
  readonly region?: string;
  /** How long a call rings before it is missed; 20 s as in Connect if left out. */
  readonly ringMs?: number;
  /** How long after-call work lasts if the agent does not close the contact; 10 s if left out. */
  readonly afterContactWorkMs?: number;
}

export interface RunningConnect {
  /** Such as http://localhost:5174, without a slash at the end. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the simulated Connect; rejects if the port is in use. */
export async function startConnect(options: ConnectOptions): Promise<RunningConnect> {
  const { ringMs = 20_000, afterContactWorkMs = 10_000, host = '127.0.0.1' } = options;
  const organisation = makeOrganisation(options);
  const events = new ConnectEvents();
  const secrets = new Secrets();
  const sessions = new Sessions(organisation, events, secrets);
  const calls = new Calls(events, { ringMs, afterContactWorkMs });
  const contacts = new Contacts(events, calls);
  const history = new History();
  events.add(history);
  const metricsTrouble = new MetricsTrouble();
  const socket = new AgentSocket(sessions);
  const stopEmitting = emit(events, organisation, options);
  const webSocketUrl = (username: string) =>
    `wss://localhost:${portOf(server)}${WEB_SOCKET_PATH}?token=${sessions.issueToken(username)}`;
  const turnUsers = new TurnUsers(secrets);
  const turn = await TurnServer.start({ credentialOf: turnUsers.credentialOf });
  const mediaConnection = () => turnUsers.handOut(Object.values(turn.urls));
  const operations: Operations = {
    ...agentOperations(organisation, mediaConnection, ({ username }) => webSocketUrl(username)),
    ...contactOperations(calls),
  };
  const trouble = new Trouble(Object.keys(operations));
  const app = new Hono()
    .get('/health', (c) => c.json({ status: 'ok' }))
    .route('/api', agentApi(sessions, operations, trouble))
    .route('/agent-app', agentApp())
    .route('/signalling', signalling(calls))
    .route('/sim', control({ organisation, sessions, contacts, calls, trouble, metricsTrouble, secrets }))
    .route('/', connectApi(organisation, sessions, { contacts, calls, history, metricsTrouble }))
    .route('/', await pages(organisation, sessions))
    .notFound((c) => problem(new Refusal(404, `There is no ${c.req.method} ${c.req.path}`), c))
    .onError(problem);
  const server = await listen(app, options.port, host);
  server.on('upgrade', (request, stream, head) => socket.upgrade(request, stream, head));
  return {
    url: `http://localhost:${portOf(server)}`,
    async stop() {
      sessions.stop();
      calls.stop();
      socket.stop();
      server.closeAllConnections();
      await Promise.all([new Promise((resolve) => server.close(resolve)), turn.stop()]);
      await stopEmitting();
    },
  };
}

function listen(app: Hono, port: number, hostname: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname }, () => resolve(server as Server)) as Server;
    server.once('error', reject);
  });
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
