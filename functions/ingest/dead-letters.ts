import { makeFailedRecords } from '../clients/failed-records.ts';
import { readConfig } from '../config.ts';
import { queueHandler } from '../edge/queue.ts';
import { makeTelemetry } from '../edge/telemetry.ts';
import { keepDeadLetter } from './keep-dead-letter.ts';

const config = readConfig();
const telemetry = makeTelemetry(config);
const failedRecords = makeFailedRecords(config);
if (!failedRecords) throw new Error('FAILED_RECORDS_BUCKET must be set');
const deps = { failedRecords, telemetry };

/** Puts what `IngestQueue` has given up into the bucket of failed records, from where it can be put back. */
export const handler = queueHandler(telemetry, (record) => keepDeadLetter(record, deps));
