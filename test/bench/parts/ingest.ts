import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { HttpHandler } from '../../../functions/edge/http.ts';
import { inLanes } from '../../e2e/harness/in-lanes.ts';
import { alternate, type Contestant } from '../alternate.ts';
import { buildFunctions } from '../build-functions.ts';
import { chunks } from '../chunks.ts';
import { type Cost, costOfWriting } from '../cost-of-writing.ts';
import { gatewayEvent } from '../gateway-event.ts';
import type { Measurement, Part } from '../measurement.ts';
import { postMessage } from '../post-message.ts';
import { bulkBody, rawBulk } from '../raw-bulk.ts';
import { recordsOf } from '../records-of.ts';
import { ingestEnvironment, runningStack, searchService, withEmptyDays } from '../search-service.ts';
import { callsOf, type StatsMessage } from '../workload.ts';

const inFlight = 8;
const rounds = 15;
const callsPerRound = 16;
const windowsPerBatch = 200;

/** Each with the words of its line, in the order of the table. */
const ways = {
  one: 'raw _bulk, one window a request',
  batch: `raw _bulk, ${windowsPerBatch} windows a request`,
  handler: 'handler alone, in this process',
  deployed: 'deployed function, through the gateway',
};
type Way = keyof typeof ways;

/** Windows a second: through the deployed function, through its handler alone, and past both. */
export const part: Part = async (tell) => {
  const stack = await runningStack();
  const searchUrl = await searchService();
  const environment = ingestEnvironment(searchUrl);
  const handler = await handlerOf(environment);
  const deployed: Prepare | undefined = stack && ((message) => () => postMessage(stack, message));
  return withEmptyDays(searchUrl, 4, async (days) => {
    const calls = (day: number) =>
      callsOf(environment.INSTANCE_ID ?? '', callsPerRound, days[day] ?? new Date());
    const send = (day: number, prepare: Prepare) => () => sendAll(calls(day), prepare);
    const write = (day: number, perRequest: number) => async () => {
      const { documents } = await recordsOf(calls(day).flat(), environment);
      const bodies = chunks(documents, perRequest).map(bulkBody);
      const bulk = rawBulk(searchUrl, inFlight);
      return costOfWriting(documents.length, () => inLanes(inFlight, bodies, bulk));
    };
    const one = write(0, 1);
    const alone = { one, batch: write(1, windowsPerBatch), handler: send(2, toHandler(handler)) };
    const measured = await measurementsOf(alone, tell);
    if (!deployed) return measured;
    // By itself: the days are over, so each message asks for the join, which would search and refresh beside the others.
    const through = await measurementsOf({ one, deployed: send(3, deployed) }, tell);
    return [...measured, ...through.filter(({ name }) => name !== ways.one)];
  });
};

/** The speed of each way, and what it comes to beside the first. */
async function measurementsOf(
  contestants: Partial<Record<Way, Contestant<keyof Cost>>>,
  tell: (progress: string) => void,
): Promise<Measurement[]> {
  const { medianOf, ratio } = await alternate(
    contestants as Record<Way, Contestant<keyof Cost>>,
    rounds,
    tell,
  );
  const measured = (Object.keys(ways) as Way[]).filter((way) => way in contestants);
  const speeds = measured.map((way) => ({
    name: ways[way],
    value: medianOf(way, 'windowsPerSecond'),
    unit: 'windows/s',
    // What the deployed function's own processes take is not seen here.
    ...(way !== 'deployed' && {
      note: `${medianOf(way, 'processorMillis').toFixed(2)} ms a window of this process’s processor time`,
    }),
  }));
  const share = (way: Way) => ({
    name: `${way} to raw, one window a request`,
    value: 100 * ratio('windowsPerSecond', way, 'one'),
    unit: '%',
  });
  const note = 'the handler also keeps the call’s document';
  return [
    ...speeds,
    ...(measured.includes('handler') ? [{ ...share('handler'), bar: { atLeast: 50 }, note }] : []),
    ...(measured.includes('deployed')
      ? [{ ...share('deployed'), note: 'each message asks for the join, as late ones do' }]
      : []),
  ];
}

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
      const { statusCode, body } = await handler(event);
      if (statusCode !== 202) throw new Error(`the handler answered ${statusCode}: ${body}`);
    };
  };
}

function sendAll(calls: readonly StatsMessage[][], prepare: Prepare): Promise<Cost> {
  const windows = calls.flat().reduce((sum, { body }) => sum + body.windows.length, 0);
  const ready = calls.map((call) => call.map(prepare));
  // A page sends one message after the other.
  const inOrder = async (sends: readonly (() => Promise<void>)[]) => {
    for (const send of sends) await send();
  };
  return costOfWriting(windows, () => inLanes(inFlight, ready, inOrder));
}
