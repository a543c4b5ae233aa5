import { makeRecordBatches } from '../clients/record-batches.ts';
import { streamHandler } from '../edge/stream.ts';
import { collectRecords } from './collect-records.ts';
import { contactRecordSource } from './contact-record-source.ts';
import { deployedCollector } from './deployed-collector.ts';
import { deployedContactCleaner } from './deployed-contact-cleaner.ts';
import { keepForWfm } from './keep-for-wfm.ts';

const { config, deps } = deployedCollector();
const cleaner = deployedContactCleaner(config);
const batches = makeRecordBatches(config);

/** Stores the contact records of the stream that Amazon Connect fills, and keeps them for whoever delivers them. */
export const handler = streamHandler(deps.telemetry, async (records, deadline) => {
  if (!config.collect.contactRecords.collect) return;
  const clean = await cleaner();
  await collectRecords(contactRecordSource, clean, records, deps, deadline);
  if (batches) await keepForWfm(clean, records, batches);
});
