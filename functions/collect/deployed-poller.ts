import type { MetricPoll } from '../../model/documents/metric-poll.ts';
import { makeConnectClient } from '../clients/connect.ts';
import { makeDocumentStore } from '../clients/document-store.ts';
import { makeExistingIndices } from '../clients/existing-indices.ts';
import { makeInstanceDirectory } from '../clients/instance-directory.ts';
import { makeSearchClient } from '../clients/search.ts';
import { readConfig } from '../config.ts';
import { makeGauges, makeTelemetry } from '../edge/telemetry.ts';
import { makeIndexChoice } from '../ingest/index-choice.ts';
import { sayPolled } from './say-polled.ts';

/** What a deployed function that polls Amazon Connect's figures is made of; made once for each container. */
export function deployedPoller() {
  const config = readConfig();
  const telemetry = makeTelemetry(config);
  const gauges = makeGauges(config);
  const search = makeSearchClient(config);
  const store = makeDocumentStore(search);
  return {
    config,
    search,
    polling: {
      instanceId: config.instanceId,
      settings: config.metrics,
      connect: makeConnectClient(config),
      instance: makeInstanceDirectory(store),
      store,
      indexChoice: makeIndexChoice(makeExistingIndices(search), config.indexNames),
      telemetry,
      now: Date.now,
    },
    /** Says what a run came to; nothing of one outside of business hours. */
    say: (poll: MetricPoll | undefined): void => {
      if (poll) sayPolled(poll, telemetry, gauges);
    },
  };
}
