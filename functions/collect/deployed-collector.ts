import { makeDocumentStore } from '../clients/document-store.ts';
import { makeErasures } from '../clients/erasures.ts';
import { makeExistingIndices } from '../clients/existing-indices.ts';
import { makeFailedRecords } from '../clients/failed-records.ts';
import { makeInstanceDirectory } from '../clients/instance-directory.ts';
import { makePatience } from '../clients/patience.ts';
import { makeIngestQueue } from '../clients/queue.ts';
import { makeSearchClient } from '../clients/search.ts';
import { type Config, readConfig } from '../config.ts';
import { makeTelemetry } from '../edge/telemetry.ts';
import { makeIndexChoice } from '../ingest/index-choice.ts';
import { makeAskJoin } from '../join/ask-join.ts';
import type { CollectDeps } from './collect-records.ts';

/** Nobody waits for a stream's answer, and a batch is 500 records: rather a busy search service than the queue. */
const patienceMillis = 20_000;

/** What collecting records needs, from the environment of the deployed function. */
export function deployedCollector(): { readonly config: Config; readonly deps: CollectDeps } {
  const config = readConfig();
  const search = makeSearchClient(config);
  const failedRecords = makeFailedRecords(config);
  const queue = makeIngestQueue(config);
  if (!failedRecords || !queue) throw new Error('FAILED_RECORDS_BUCKET and INGEST_QUEUE_URL must be set');
  const store = makeDocumentStore(search);
  return {
    config,
    deps: {
      config,
      telemetry: makeTelemetry(config),
      erasures: makeErasures(search),
      indexChoice: makeIndexChoice(makeExistingIndices(search), config.indexNames),
      instance: makeInstanceDirectory(store),
      writing: { store },
      askJoin: makeAskJoin(config),
      patience: makePatience(Date.now, patienceMillis),
      failedRecords,
      queue,
    },
  };
}
