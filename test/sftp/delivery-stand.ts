import { type RecordBatches, recordsFolder } from '../../functions/clients/record-batches.ts';
import { openSftp, type SftpCredentials } from '../../functions/clients/sftp.ts';
import { contactRecordCleaner } from '../../functions/collect/clean-contact-record.ts';
import { makeExampleCollector } from '../../functions/collect/example-collector.ts';
import { keepForWfm } from '../../functions/collect/keep-for-wfm.ts';
import { type Delivery, type DeliveryDeps, deliver } from '../../functions/deliver/deliver.ts';
import { openWhenNeeded } from '../../functions/deliver/open-when-needed.ts';
import { makeExampleTelemetry } from '../../functions/ingest/example-deps.ts';
import { collectSettings } from '../../model/settings/collect.ts';
import { wfmSettings } from '../../model/settings/wfm.ts';
import { askMemory } from './ask-memory.ts';
import { makeMemoryBucket, makeMemoryQueue } from './memory-aws.ts';
import { password, startSftpHost } from './sftp-host.ts';

/**
 * All that delivers, with a real SFTP server; a bucket, a queue and a search service in memory do what Amazon's do, as far as
 * delivery asks. The clock is the test's.
 */
export async function startDelivery(start: string, given: object = {}) {
  const host = await startSftpHost();
  const clock = { now: Date.parse(start) };
  const wfm = wfmSettings.parse({ ...given, sftp: host.settings });
  const queue = makeMemoryQueue(() => clock.now, wfm.tries);
  const bucket = makeMemoryBucket(() => clock.now, queue.notify);
  const collector = makeExampleCollector();
  const now = () => clock.now;
  Object.assign(collector.deps, { now });
  const { telemetry, counted } = makeExampleTelemetry();
  const clean = contactRecordCleaner(collectSettings.parse({}), () => '');
  const signIn: { credentials: SftpCredentials } = { credentials: { password } };
  const uploads: string[] = [];
  const deps = {
    config: collector.deps.config as DeliveryDeps['config'],
    wfm,
    ask: askMemory(collector.documents),
    erasures: collector.deps.erasures,
    bucket,
    clean,
    inbox: queue,
    leave: queue.send,
    telemetry,
    now,
  };
  const keep = (records: readonly object[]) =>
    keepForWfm(clean, arrivedAt(clock.now, records), batchesIn(bucket));
  return {
    host,
    clock,
    queue,
    bucket,
    counted,
    signIn,
    uploads,
    deps,
    /** What comes over the streams is stored, and contact records are kept for delivery. */
    collect: async (records: readonly object[], events: readonly object[]) => {
      await collector.records(records);
      await collector.events(events);
      await keep(records);
    },
    keep,
    store: (records: readonly object[]) => collector.records(records),
    /** A run of the schedule. */
    run: async (): Promise<Delivery> => {
      const folder = openWhenNeeded(() => openSftp(host.settings, signIn.credentials, Date.now() + 30_000));
      const put = async (name: string, content: Uint8Array) => {
        await folder.put(name, content);
        uploads.push(name);
      };
      try {
        return await deliver({ ...deps, put }, Number.POSITIVE_INFINITY);
      } finally {
        folder.close();
      }
    },
  };
}

function arrivedAt(at: number, records: readonly object[]) {
  return records.map((raw, i) => ({
    raw,
    receivedAt: new Date(at),
    place: `shardId-000000000000:${at}${i}`,
  }));
}

function batchesIn(bucket: ReturnType<typeof makeMemoryBucket>): RecordBatches {
  return { put: (key, records) => bucket.put(`${recordsFolder}${key}`, linesOf(records)) };
}

const linesOf = (records: readonly object[]) => records.map((its) => `${JSON.stringify(its)}\n`).join('');
