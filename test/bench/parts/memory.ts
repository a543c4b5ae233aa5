import { join } from 'node:path';
import { faultsOf } from '../../../local/fleet/faults.ts';
import { historyOf } from '../../../local/fleet/history.ts';
import type { SentMessage } from '../../../local/fleet/sent-message.ts';
import { makeOrganisation } from '../../../local/organisation.ts';
import { buildFunctions } from '../build-functions.ts';
import { chunks } from '../chunks.ts';
import { costOfFunction } from '../cost-of-function.ts';
import type { FunctionCost } from '../function-process.ts';
import { gatewayEvent } from '../gateway-event.ts';
import type { Measurement, Part } from '../measurement.ts';
import { ingestEnvironment, searchService, withEmptyDays } from '../search-service.ts';
import { unusedAws } from '../unused-aws.ts';

const messagesEach = 600;
/** What Lambda takes out of the queue at once. */
const batch = 10;

/** Memory and time of each function that stores messages: a process of its own, a day's messages one after the other. */
export const part: Part = async (tell) => {
  const folder = await buildFunctions();
  const searchUrl = await searchService();
  const env = { ...process.env, ...ingestEnvironment(searchUrl), ...unusedAws };
  return withEmptyDays(searchUrl, 2, async ([direct = new Date(), later = new Date()]) => {
    const messages = messagesOf(direct);
    const ofRoute = (route: string) => messages.filter((its) => its.route === route).slice(0, messagesEach);
    const events: Record<string, unknown[]> = {
      'softphone-stats': ofRoute('softphone-stats').map(gatewayEvent),
      'softphone-reports': ofRoute('softphone-reports').map(gatewayEvent),
      'api-metrics': ofRoute('api-metrics').map(gatewayEvent),
      'queued-messages': chunks(messagesOf(later).slice(0, messagesEach), batch).map(queueEvent),
    };
    const measured: Measurement[] = [];
    for (const [name, its] of Object.entries(events)) {
      tell(name);
      measured.push(
        ...measurementsOf(name, await costOfFunction(join(folder, 'ingest', `${name}.mjs`), its, env)),
      );
    }
    return measured;
  });
};

function messagesOf(date: Date): SentMessage[] {
  const dates = [date.toISOString().slice(0, 10)];
  const faults = faultsOf('2000-01-03');
  const organisation = makeOrganisation();
  return [...historyOf({ organisation, seed: 1, dates, faults, until: new Date() })].flatMap(
    ({ messages }) => messages,
  );
}

function queueEvent(messages: readonly SentMessage[]) {
  const Records = messages.map(({ route, body, ...context }, i) => ({
    messageId: String(i),
    receiptHandle: 'unused',
    attributes: { ApproximateReceiveCount: '1' },
    body: JSON.stringify({ route, message: body, context }),
  }));
  return { Records };
}

function measurementsOf(name: string, its: FunctionCost): Measurement[] {
  const perRequest = `${its.processorMillis.toFixed(1)} ms of it processor time; slowest ${its.slowestMillis.toFixed(0)} ms`;
  return [
    { name: `${name}: memory`, value: its.mostMegabytes, unit: 'MB', note: 'the most that the process had' },
    {
      name: `${name}: first`,
      value: its.firstMillis,
      unit: 'ms',
      note: `${its.firstProcessorMillis.toFixed(0)} ms of it processor time`,
    },
    { name: `${name}: each`, value: its.medianMillis, unit: 'ms', note: perRequest },
  ];
}
