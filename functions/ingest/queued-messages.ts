import { makeFailedRecords } from '../clients/failed-records.ts';
import { makeIngestQueue } from '../clients/queue.ts';
import { queueHandler } from '../edge/queue.ts';
import { makeGauges } from '../edge/telemetry.ts';
import { deployedDeps } from './deployed-deps.ts';
import { storeQueued } from './store-queued.ts';

const { config, deps } = deployedDeps();
const failedRecords = makeFailedRecords(config);
const queue = makeIngestQueue(config);
if (!failedRecords || !queue) throw new Error('FAILED_RECORDS_BUCKET and INGEST_QUEUE_URL must be set');
const queuedDeps = { ...deps, failedRecords, queue, gauges: makeGauges(config) };

/** Stores the messages that waited in `IngestQueue` for the search service. */
export const handler = queueHandler(deps.telemetry, (record, deadline) =>
  storeQueued(record, queuedDeps, deadline),
);
