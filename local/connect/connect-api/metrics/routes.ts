import { Hono } from 'hono';
import { z } from 'zod';
import type { Organisation } from '../../../organisation.ts';
import type { Sessions } from '../../agents/sessions.ts';
import type { Contacts } from '../../calls/contacts.ts';
import { makeThrottle } from '../throttle.ts';
import { currentMetrics } from './current-metrics.ts';
import { historicalMetrics } from './historical-metrics.ts';
import type { History } from './history.ts';
import type { MetricsTrouble } from './trouble.ts';
import { userData } from './user-data.ts';

export interface MetricsParts {
  readonly organisation: Organisation;
  readonly sessions: Pick<Sessions, 'open'>;
  readonly contacts: Contacts;
  readonly history: History;
  readonly trouble: MetricsTrouble;
  readonly sameInstance: (id: string | undefined) => void;
}

/** The operations for metrics. They are let through as Connect does, or as a test wants it. */
export function metricsRoutes({
  organisation,
  sessions,
  contacts,
  history,
  trouble,
  sameInstance,
}: MetricsParts): Hono {
  const throttle = makeThrottle(Date.now, () => trouble.perSecond);
  return new Hono()
    .use('/metrics/*', async (c, next) => {
      throttle(c.req.path.split('/').slice(1, 3).join('/'));
      await next();
    })
    .post('/metrics/current/:instanceId', async (c) => {
      sameInstance(c.req.param('instanceId'));
      const waiting = contacts.all.filter((contact) => contacts.isWaiting(contact));
      const present = { organisation, signedIn: sessions.open, waiting, now: new Date() };
      return c.json(currentMetrics(await c.req.json(), present, trouble.pageSize));
    })
    .post('/metrics/userdata/:instanceId', async (c) => {
      sameInstance(c.req.param('instanceId'));
      return c.json(userData(await c.req.json(), sessions.open, trouble.pageSize));
    })
    .post('/metrics/data', async (c) => {
      const body: unknown = await c.req.json();
      sameInstance(z.object({ ResourceArn: z.string() }).parse(body).ResourceArn);
      return c.json(historicalMetrics(body, history, trouble, new Date()));
    });
}
