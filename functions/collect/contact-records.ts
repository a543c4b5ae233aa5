import { streamHandler } from '../edge/stream.ts';
import { collectRecords } from './collect-records.ts';
import { contactRecordSource } from './contact-record-source.ts';
import { deployedCollector } from './deployed-collector.ts';
import { deployedContactCleaner } from './deployed-contact-cleaner.ts';

const { config, deps } = deployedCollector();
const cleaner = deployedContactCleaner(config);

/** Stores the contact records of the stream that Amazon Connect fills. */
export const handler = streamHandler(deps.telemetry, async (records, deadline) => {
  if (!config.collect.contactRecords.collect) return;
  await collectRecords(contactRecordSource, await cleaner(), records, deps, deadline);
});
