import { setTimeout as sleep } from 'node:timers/promises';
import { longestDays } from '../../model/settings/retention.ts';
import { makeFailedRecords } from '../clients/failed-records.ts';
import { makePartner } from '../clients/partner.ts';
import { makePartnerKeys } from '../clients/partner-keys.ts';
import { makeSearchClient } from '../clients/search.ts';
import { readSecretVersions } from '../clients/secret.ts';
import { makeStateObject } from '../clients/state-object.ts';
import { makeWrittenDocuments } from '../clients/written-documents.ts';
import { readConfig } from '../config.ts';
import { directHandler } from '../edge/direct.ts';
import { makeGauges, makeTelemetry } from '../edge/telemetry.ts';
import { runSink, type SinkDeps } from './run-sink.ts';

/** Less than the time to the next run, and than its timeout in serverless.yml. */
const runMillis = 50_000;

const config = readConfig();
const telemetry = makeTelemetry(config);
const { aws, instanceId, sink, feedStateBucket, partnerKeySecretArn = '' } = config;
const failedRecords = makeFailedRecords(config);
if (!feedStateBucket || !failedRecords)
  throw new Error('FEED_STATE_BUCKET and FAILED_RECORDS_BUCKET must be set');
const deps: SinkDeps | undefined = sink && {
  settings: sink,
  partner: makePartner(
    { url: sink.url, keyHeader: sink.keyHeader },
    makePartnerKeys(() => readSecretVersions(aws, partnerKeySecretArn)),
  ),
  documents: makeWrittenDocuments(makeSearchClient(config)),
  object: makeStateObject(aws, feedStateBucket, 'sink.json'),
  failedRecords,
  instanceId,
  retentionDays: longestDays(config),
  telemetry,
  gauges: makeGauges(config),
  now: Date.now,
  pause: sleep,
};

/** Runs every minute, on a schedule. */
export const handler = directHandler(telemetry, async (): Promise<void> => {
  if (deps) await runSink(deps, Date.now() + runMillis);
});
