import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import { z } from 'zod';
import type { Call } from '../calls/call.ts';
import type { Calls } from '../calls/calls.ts';
import { Refusal } from '../problem.ts';

const opening = z.strictObject({ callContextToken: z.string() });
const seen = z.object({ version: z.coerce.number().int().optional() });
/** Shorter than what proxies and browsers wait. */
const longestPollMs = 20_000;
const outcome = z.strictObject({ state: z.enum(['connected', 'failed']) });

/**
 * What stands where Connect has its signalling WebSocket: the softphone opens a call with the token it was given, learns where
 * the path's two ends are, and says how it went. Pages of other origins may use it too, for the page-hosted softphone.
 */
export function signalling(calls: Calls): Hono {
  return new Hono()
    .use(cors({ origin: '*' }))
    .get('/:contactId', (c) => {
      const { fault } = calls.get(c.req.param('contactId')).spec;
      return c.json(fault === 'ice' || fault === 'microphone' ? { fault } : {});
    })
    .get('/:contactId/customer', (c) => customerWish(c, calls.get(c.req.param('contactId'))))
    .post('/:contactId', async (c) => {
      const call = calls.get(c.req.param('contactId'));
      const { callContextToken } = opening.parse(await c.req.json());
      const { media, fault } = call.spec;
      if (callContextToken !== media.callContextToken || call.isOver) {
        throw new Refusal(401, 'The call is not open to this token');
      }
      if (fault === 'handshake') throw new Refusal(409, 'The call was asked to fail at the handshake');
      const { agentSidePort, customerSidePort } = call.relay;
      return c.json({ agentSidePort, customerSidePort });
    })
    .put('/:contactId', async (c) => {
      const call = calls.get(c.req.param('contactId'));
      const { state } = outcome.parse(await c.req.json());
      if (state === 'connected') calls.mediaConnected(call);
      else calls.mediaFailed(call);
      return c.json({});
    });
}

/** A long poll: whoever plays the customer learns at once what the control asks of them. */
async function customerWish(c: Context, call: Call): Promise<Response> {
  const { version } = seen.parse(c.req.query());
  await call.customerChanges.changedSince(version, longestPollMs, c.req.raw.signal);
  return c.json({ version: call.customerChanges.version, isSilent: call.customerSilent });
}
