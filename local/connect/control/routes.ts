import { Hono } from 'hono';
import type { Organisation } from '../../organisation.ts';
import type { Trouble } from '../agent-api/trouble.ts';
import type { Sessions } from '../agents/sessions.ts';
import type { Call } from '../calls/call.ts';
import type { Calls } from '../calls/calls.ts';
import type { Secrets } from '../calls/secrets.ts';
import { calledAgent, callSpec } from './make-call.ts';
import { apiErrors, apiLatency, callChange, callRequest } from './schemas.ts';

export interface ControlParts {
  readonly organisation: Organisation;
  readonly sessions: Sessions;
  readonly calls: Calls;
  readonly trouble: Trouble;
  readonly secrets: Secrets;
}

/** The control calls, for tests and for the control page. */
export function control({ organisation, sessions, calls, trouble, secrets }: ControlParts): Hono {
  return new Hono()
    .get('/agents', (c) =>
      c.json(sessions.open.map(({ username, state }) => ({ username, state: state.name }))),
    )
    .get('/queues', (c) => c.json(organisation.queues.map(({ name }) => name)))
    .get('/calls', (c) => c.json(calls.all.map(callView)))
    .post('/calls', async (c) => {
      const request = callRequest.parse(await c.req.json());
      const session = calledAgent(sessions, request.agent);
      const call = await calls.ring(session, callSpec(request, session, organisation, secrets));
      return c.json({ contactId: call.contactId }, 201);
    })
    .get('/calls/:contactId', (c) => c.json(callView(calls.get(c.req.param('contactId')))))
    .patch('/calls/:contactId', async (c) => {
      const call = calls.get(c.req.param('contactId'));
      call.relay.apply(callChange.parse(await c.req.json()).network);
      return c.json(callView(call));
    })
    .delete('/calls/:contactId', (c) => {
      const call = calls.get(c.req.param('contactId'));
      calls.hangUp(call, 'CUSTOMER_DISCONNECT');
      return c.json(callView(call));
    })
    .put('/api-latency', async (c) => {
      trouble.delay(apiLatency.parse(await c.req.json()));
      return c.body(null, 204);
    })
    .put('/api-errors', async (c) => {
      trouble.fail(apiErrors.parse(await c.req.json()));
      return c.body(null, 204);
    })
    .get('/secrets', (c) => c.json({ secrets: secrets.all }));
}

/** What the control calls say of a call; the counts are of RTP packets. */
function callView(call: Call) {
  const { agent, queue } = call.spec;
  return {
    contactId: call.contactId,
    state: call.state,
    agent: agent.username,
    queue: queue.name,
    ...call.relay.counts,
    network: call.relay.network,
  };
}
