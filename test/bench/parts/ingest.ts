import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { HttpHandler } from '../../../functions/edge/http.ts';
import { inLanes } from '../../e2e/harness/in-lanes.ts';
import { alternate, type Contestant } from '../alternate.ts';
import { buildFunctions } from '../build-functions.ts';
import { gatewayEvent } from '../gateway-event.ts';
import type { Part } from '../measurement.ts';
import { postMessage } from '../post-message.ts';
import { bulkBody, type Placed, rawBulk } from '../raw-bulk.ts';
import { recordsOf } from '../records-of.ts';
import { ingestEnvironment, runningStack, searchService, withEmptyDays } from '../search-service.ts';
import { callsOf, type StatsMessage } from '../workload.ts';

const inFlight = 8;
const rounds = 15;
const callsPerRound = 16;
const windowsPerBatch = 200;
const instanceOf = (environment: Record<string, string>) => environment.INSTANCE_ID ?? '';

/** Windows a second: through the deployed function, through its handler alone, and past both. */
export const part: Part = async (tell) => {
  const stack = await runningStack();
  const searchUrl = await searchService();
  const environment = ingestEnvironment(searchUrl);
  const handler = await handlerOf(environment);
  const bulk = rawBulk(searchUrl, inFlight);
  return withEmptyDays(searchUrl, 4, async ([handlerDay, oneDay, batchDay, deployedDay]) => {
    const calls = (day: Date | undefined) =>
      callsOf(instanceOf(environment), callsPerRound, day ?? new Date());
    const windowsOf = async (its: StatsMessage[][]) => (await recordsOf(its.flat(), environment)).documents;
    const contestants: Record<string, Contestant> = {
      handler: () => messagesPerSecond(calls(handlerDay), toHandler(handler)),
      one: async () => documentsPerSecond(await windowsOf(calls(oneDay)), 1, bulk),
      batch: async () => documentsPerSecond(await windowsOf(calls(batchDay)), windowsPerBatch, bulk),
      ...(stack && {
        deployed: () => messagesPerSecond(calls(deployedDay), (message) => () => postMessage(stack, message)),
      }),
    };
    const { medianOf, ratio } = await alternate(contestants, rounds, tell);
    const speed = (name: string, what: string) => ({ name: what, value: medianOf(name), unit: 'windows/s' });
    const share = (name: string, to: string) => 100 * ratio(name, to);
    return [
      speed('one', 'raw _bulk, one window a request'),
      speed('batch', `raw _bulk, ${windowsPerBatch} windows a request`),
      speed('handler', 'handler alone, in this process'),
      ...(stack ? [speed('deployed', 'deployed function, through the gateway')] : []),
      {
        name: 'handler to raw, one window a request',
        value: share('handler', 'one'),
        unit: '%',
        bar: { atLeast: 50 },
        note: 'the handler also keeps the call’s document',
      },
      ...(stack
        ? [{ name: 'deployed to raw, one window a request', value: share('deployed', 'one'), unit: '%' }]
        : []),
    ];
  });
};

async function handlerOf(environment: Record<string, string>): Promise<HttpHandler> {
  Object.assign(process.env, environment);
  const bundle = join(await buildFunctions(), 'ingest', 'softphone-stats.mjs');
  const { handler } = (await import(pathToFileURL(bundle).href)) as { handler: HttpHandler };
  return handler;
}

/** Makes a message ready to be sent, so that what only the bench does is not timed. */
type Prepare = (message: StatsMessage) => () => Promise<void>;

function toHandler(handler: HttpHandler): Prepare {
  return (message) => {
    const event = gatewayEvent(message);
    return async () => {
      const reply = await handler(event);
      if (reply.statusCode !== 202)
        throw new Error(`the handler answered ${reply.statusCode}: ${reply.body}`);
    };
  };
}

async function messagesPerSecond(calls: readonly StatsMessage[][], prepare: Prepare): Promise<number> {
  const windows = calls.flat().reduce((sum, { body }) => sum + body.windows.length, 0);
  const ready = calls.map((call) => call.map(prepare));
  return windows / (await secondsOf(() => inLanes(inFlight, ready, inOrder)));
}

/** A page sends one message after the other. */
async function inOrder(sends: readonly (() => Promise<void>)[]): Promise<void> {
  for (const send of sends) await send();
}

async function documentsPerSecond(
  documents: readonly Placed[],
  perRequest: number,
  bulk: (body: string) => Promise<void>,
): Promise<number> {
  const bodies = Array.from({ length: Math.ceil(documents.length / perRequest) }, (_, i) =>
    bulkBody(documents.slice(i * perRequest, (i + 1) * perRequest)),
  );
  return documents.length / (await secondsOf(() => inLanes(inFlight, bodies, bulk)));
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
