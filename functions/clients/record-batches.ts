import type { Config } from '../config.ts';
import { KnownError } from '../errors.ts';
import { objectUrl } from './object-url.ts';
import { sendSigned } from './signed-request.ts';

/** The folder of the delivery bucket that contact records are put into, by the collector or by Firehose. */
export const recordsFolder = 'contact-records/';

/** Where the collector puts contact records for whoever delivers them. Throws KnownError `unavailable`. */
export type RecordBatches = {
  /** @param key the same at every repeat, and then the object is the same too */
  readonly put: (key: string, records: readonly object[]) => Promise<void>;
};

/** The delivery bucket; undefined where the deployment has none, or somebody else fills it. */
export function makeRecordBatches({
  aws,
  wfmRecordsBucket: bucket,
}: Pick<Config, 'aws' | 'wfmRecordsBucket'>): RecordBatches | undefined {
  if (!bucket) return undefined;
  return {
    put: async (key, records) => {
      try {
        await sendSigned(aws, {
          service: 's3',
          method: 'PUT',
          url: objectUrl(aws, bucket, `${recordsFolder}${key}`),
          // One after the other, as Firehose writes them.
          body: records.map((record) => `${JSON.stringify(record)}\n`).join(''),
          headers: { 'content-type': 'application/json' },
        });
      } catch (cause) {
        throw new KnownError('unavailable', 'The delivery bucket cannot be reached.', { cause });
      }
    },
  };
}
