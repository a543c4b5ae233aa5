import { setTimeout as sleep } from 'node:timers/promises';
import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { ZodError } from 'zod';
import type { AgentSession } from '../agents/agent-session.ts';
import type { Sessions } from '../agents/sessions.ts';
import { Refusal } from '../problem.ts';
import { ApiFault } from './fault.ts';
import type { Trouble } from './trouble.ts';

/** One operation: the session, the request's parsed JSON, and a signal that the client has gone. */
export type Operation = (session: AgentSession, body: unknown, gone: AbortSignal) => unknown;
export type Operations = Readonly<Record<string, Operation>>;

const TARGET_PREFIX = 'AmazonConnectCTIService.';

/** The agent API that Streams' shared worker calls: AWS JSON 1.0, the operation in X-Amz-Target, the agent in X-Amz-Bearer. */
export function agentApi(sessions: Sessions, operations: Operations, trouble: Trouble): Hono {
  return new Hono().post('/', async (c) => {
    try {
      const name = operationName(c);
      const operation = operations[name];
      if (!operation) throw new ApiFault(400, 'UnknownOperationException', `There is no operation ${name}`);
      await sleep(trouble.latencyMs(name));
      const status = trouble.status(name);
      if (status !== undefined)
        return fault(c, status as ContentfulStatusCode, 'SimulatedFault', 'As asked for');
      return c.json(await operation(sessionOf(c, sessions), await c.req.json(), c.req.raw.signal));
    } catch (error) {
      if (error instanceof ApiFault) return fault(c, error.status, error.type, error.message);
      if (error instanceof Refusal) return fault(c, error.status, 'InvalidStateException', error.message);
      if (error instanceof ZodError) return fault(c, 400, 'ValidationException', error.message);
      throw error;
    }
  });
}

/** As Streams and API_METRIC spell it: acceptContact for AcceptContact. */
function operationName(c: Context): string {
  const target = (c.req.header('x-amz-target') ?? '').replace(TARGET_PREFIX, '');
  return target.charAt(0).toLowerCase() + target.slice(1);
}

function sessionOf(c: Context, sessions: Sessions): AgentSession {
  const session = sessions.withToken(c.req.header('x-amz-bearer') ?? '');
  if (!session) throw new ApiFault(401, 'UnauthorizedException', 'The token is not known: sign in again');
  return session;
}

function fault(c: Context, status: ContentfulStatusCode, type: string, message: string): Response {
  return c.json({ __type: type, message }, status);
}
