import { type Context, Hono } from 'hono';
import type { Organisation } from '../../organisation.ts';
import type { Trouble } from '../agent-api/trouble.ts';
import type { Sessions } from '../agents/sessions.ts';
import type { Calls } from '../calls/calls.ts';
import type { Contact } from '../calls/contact.ts';
import type { Contacts } from '../calls/contacts.ts';
import type { Secrets } from '../calls/secrets.ts';
import { type MetricsTrouble, metricsTrouble } from '../connect-api/metrics/trouble.ts';
import { callView } from './call-view.ts';
import { calledAgent, callSpec, namedQueue } from './make-call.ts';
import { inboundContact, nextContact } from './make-contact.ts';
import {
  apiErrors,
  apiLatency,
  callbackRequest,
  callChange,
  callRequest,
  ringRequest,
  transferRequest,
  waitingRequest,
} from './schemas.ts';

export interface ControlParts {
  readonly organisation: Organisation;
  readonly sessions: Sessions;
  readonly contacts: Contacts;
  readonly calls: Calls;
  readonly trouble: Trouble;
  readonly metricsTrouble: MetricsTrouble;
  readonly secrets: Secrets;
}

/** The control calls, for tests and for the control page. */
export function control(parts: ControlParts): Hono {
  const { organisation, sessions, trouble, secrets } = parts;
  return new Hono()
    .get('/agents', (c) =>
      c.json(sessions.open.map(({ username, state }) => ({ username, state: state.name }))),
    )
    .get('/queues', (c) => c.json(organisation.queues.map(({ name }) => name)))
    .route('/calls', contactRoutes(parts))
    .put('/api-latency', async (c) => {
      trouble.delay(apiLatency.parse(await c.req.json()));
      return c.body(null, 204);
    })
    .put('/api-errors', async (c) => {
      trouble.fail(apiErrors.parse(await c.req.json()));
      return c.body(null, 204);
    })
    .put('/metrics-trouble', async (c) => {
      parts.metricsTrouble.set(metricsTrouble.parse(await c.req.json()));
      return c.body(null, 204);
    })
    .get('/secrets', (c) => c.json({ secrets: secrets.all }));
}

function contactRoutes(parts: ControlParts): Hono {
  const { organisation, contacts, calls } = parts;
  const named = (c: Context<object, '/:contactId'>) => contacts.get(c.req.param('contactId'));
  const made = (c: Context, { contactId }: Contact) => c.json({ contactId }, 201);
  return new Hono()
    .get('/', (c) => c.json(contacts.all.map((contact) => callView(contact, parts))))
    .post('/', async (c) => made(c, await beginContact(parts, await c.req.json())))
    .get('/:contactId', (c) => c.json(callView(named(c), parts)))
    .patch('/:contactId', async (c) => {
      const contact = named(c);
      const call = calls.get(contact.contactId);
      const { network, customerSilent } = callChange.parse(await c.req.json());
      if (network) call.relay.apply(network);
      if (customerSilent !== undefined) call.customerSilent = customerSilent;
      return c.json(callView(contact, parts));
    })
    .delete('/:contactId', (c) => {
      const contact = named(c);
      contacts.hangUp(contact);
      return c.json(callView(contact, parts));
    })
    .post('/:contactId/ring', async (c) => {
      const contact = named(c);
      const request = ringRequest.parse(await c.req.json());
      const session = calledAgent(parts.sessions, request.agent);
      await contacts.ring(session, callSpec(request, contact, session.agent, parts));
      return c.json(callView(contact, parts));
    })
    .post('/:contactId/transfer', async (c) => {
      const contact = named(c);
      const to = transferRequest.parse(await c.req.json());
      const next =
        'queue' in to
          ? nextContact(contact, {
              initiationMethod: 'TRANSFER',
              queue: namedQueue(to.queue, [], organisation),
            })
          : nextContact(contact, { initiationMethod: 'EXTERNAL_OUTBOUND', phoneNumber: to.toNumber });
      contacts.transfer(contact, next);
      return made(c, next);
    })
    .post('/:contactId/callback', async (c) => {
      const contact = named(c);
      const { queue: own } = contact.spec;
      const { queue } = callbackRequest.parse(await c.req.json());
      const next = nextContact(contact, {
        initiationMethod: 'CALLBACK',
        queue: namedQueue(queue, own ? [own] : [], organisation),
      });
      contacts.callBack(contact, next);
      return made(c, next);
    });
}

/** A customer calls: rings an agent at once, or waits. */
async function beginContact(parts: ControlParts, body: object): Promise<Contact> {
  const { organisation, sessions, contacts, secrets } = parts;
  if ('waits' in body) {
    const { queue, ...wishes } = waitingRequest.parse(body);
    const contact = inboundContact(
      { ...wishes, queue: namedQueue(queue, organisation.queues, organisation) },
      secrets,
    );
    contacts.add(contact);
    return contact;
  }
  const { queue, lookupFails, ...request } = callRequest.parse(body);
  const session = calledAgent(sessions, request.agent);
  const { queues: own } = session.agent.routingProfile;
  const wishes = { queue: namedQueue(queue, own, organisation), lookupFails };
  const contact = inboundContact({ ...wishes, waits: false }, secrets);
  await contacts.ring(session, callSpec(request, contact, session.agent, parts));
  contacts.add(contact);
  return contact;
}
