import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { z } from 'zod';
import type { Calls } from '../calls/calls.ts';
import { Refusal } from '../problem.ts';

const opening = z.strictObject({ callContextToken: z.string() });
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
