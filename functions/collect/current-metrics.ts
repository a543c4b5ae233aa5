import { setTimeout as sleep } from 'node:timers/promises';
import type { MetricPoll } from '../../model/documents/metric-poll.ts';
import { makeConnectClient } from '../clients/connect.ts';
import { makeDocumentStore } from '../clients/document-store.ts';
import { makeExistingIndices } from '../clients/existing-indices.ts';
import { makeInstanceDirectory } from '../clients/instance-directory.ts';
import { makeSearchClient } from '../clients/search.ts';
import { readConfig } from '../config.ts';
import { directHandler } from '../edge/direct.ts';
import { makeGauges, makeTelemetry } from '../edge/telemetry.ts';
import { makeIndexChoice } from '../ingest/index-choice.ts';
import { pollCurrent } from './poll-current.ts';
import { sayPolled } from './say-polled.ts';

const config = readConfig();
const telemetry = makeTelemetry(config);
const gauges = makeGauges(config);
const search = makeSearchClient(config);
const store = makeDocumentStore(search);
const polling = {
  instanceId: config.instanceId,
  settings: config.metrics,
  connect: makeConnectClient(config),
  instance: makeInstanceDirectory(store),
  store,
  indexChoice: makeIndexChoice(makeExistingIndices(search), config.indexNames),
  telemetry,
  now: Date.now,
  pause: sleep,
};

/** Runs every minute, for a minute, on a schedule that is off unless current metrics are polled. */
export const handler = directHandler(telemetry, async (): Promise<MetricPoll | undefined> => {
  const poll = await pollCurrent(polling);
  if (poll) sayPolled(poll, telemetry, gauges);
  return poll;
});
