import * as z from 'zod';
import type { Reconciliation } from '../../model/query/reconciliation.ts';
import { queryRoutes } from '../../model/query/routes.ts';
import { sentFolder } from '../../model/wfm/sent-file.ts';
import { readObjectsSince } from '../clients/bucket-objects.ts';
import { makeSearchClient } from '../clients/search.ts';
import { readConfig } from '../config.ts';
import { directHandler } from '../edge/direct.ts';
import { type HttpAnswer, type HttpHandler, httpHandler } from '../edge/http.ts';
import { readInvocation } from '../edge/read-invocation.ts';
import { makeTelemetry } from '../edge/telemetry.ts';
import { askSearch } from '../query/ask-search.ts';
import { requireAdmin } from '../query/manager.ts';
import { parseQuery } from '../query/parse-query.ts';
import { type ReconcileDeps, reconcileForDay } from './reconcile-for-day.ts';

/** Where contacts' records are that could not be stored: collect/contact-record-source.ts. */
const setAsidePrefix = 'messages/contact-records/';
/** Each takes some milliseconds. */
const mostSetAside = 5000;
/** Four files of each of 25 hours, and reports. */
const mostSent = 2000;
/** More of a kind nobody reads on a page; the command lists them. */
const mostOnPage = 100;

const request = z.object({
  day: z.iso.date(),
  /** An answer has at most 6 MB, a difference some 300 bytes, and there are a dozen kinds. */
  most: z.number().int().min(1).max(1500).default(1500),
});

const config = readConfig();
const { aws, failedRecordsBucket, wfmDelivery } = config;
if (!failedRecordsBucket) throw new Error('FAILED_RECORDS_BUCKET must be set');
/** All that was noted of a day, whenever it was: some hundred files. */
const sentIn = (bucket: string) => (day: string) =>
  readObjectsSince(aws, bucket, { prefix: sentFolder(day), since: 0, most: mostSent });
const telemetry = makeTelemetry(config);
const deps: ReconcileDeps = {
  config,
  ask: askSearch(makeSearchClient(config)),
  setAsideSince: (since) =>
    readObjectsSince(aws, failedRecordsBucket, { prefix: setAsidePrefix, since, most: mostSetAside }),
  ...(wfmDelivery.bucket === undefined ? {} : { sentOf: sentIn(wfmDelivery.bucket) }),
  now: Date.now,
};

/** `GET /query/reconciliation`: for admins, because it looks at all queues. */
const forPage = httpHandler('query-reconciliation', telemetry, async (asked): Promise<HttpAnswer> => {
  requireAdmin(asked.claims);
  const { day } = parseQuery(queryRoutes.reconciliation.query, asked.query);
  return { status: 200, body: await reconcileForDay(day, mostOnPage, deps) };
});

const forCommand = directHandler(telemetry, async (event: unknown): Promise<Reconciliation> => {
  const { day, most } = readInvocation(request, event);
  return reconcileForDay(day, most, deps);
});

type HttpEvent = Parameters<HttpHandler>[0];
type Context = Parameters<HttpHandler>[1];

/** Compares what all sources say of a day's contacts. The admins' page asks through the gateway, `npm run reconcile` directly. */
export function handler(event: HttpEvent, context?: Context): ReturnType<HttpHandler>;
export function handler(event: { readonly day: string }): Promise<Reconciliation>;
export function handler(event: HttpEvent | { readonly day: string }, context?: Context): Promise<unknown> {
  return 'requestContext' in event ? forPage(event, context) : forCommand(event);
}
