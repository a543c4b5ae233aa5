import type { Config } from '../config.ts';
import { KnownError } from '../errors.ts';
import type { DocumentPlace } from './document-store.ts';
import { sendSigned } from './signed-request.ts';

/** A document that can never be stored as it is, and why. It is as clean as any that is stored. */
export type FailedRecord = DocumentPlace & { readonly document: object; readonly reason: string };

/** Where such records are kept until somebody has looked at them. */
export type FailedRecords = {
  /** Throws KnownError `unavailable` when they cannot be put there. */
  readonly keep: (records: readonly FailedRecord[]) => Promise<void>;
};

/**
 * The bucket of failed records; undefined where the deployment has none. A record has the same key at every repeat,
 * so that a page which tries again adds nothing.
 */
export function makeFailedRecords(
  config: Pick<Config, 'aws' | 'failedRecordsBucket'>,
  now: () => Date = () => new Date(),
): FailedRecords | undefined {
  const { aws, failedRecordsBucket: bucket } = config;
  if (!bucket) return undefined;
  const keepOne = async (record: FailedRecord) => {
    await sendSigned(aws, {
      service: 's3',
      method: 'PUT',
      url: objectUrl(aws, bucket, `${record.index}/${record.id}.json`),
      body: JSON.stringify({ failedAt: now().toISOString(), ...record }),
      headers: { 'content-type': 'application/json' },
    });
  };
  return {
    keep: async (records) => {
      try {
        await Promise.all(records.map(keepOne));
      } catch (cause) {
        throw new KnownError('unavailable', 'The bucket of failed records cannot be reached.', { cause });
      }
    },
  };
}

/** Emulators are at one address for all buckets; Amazon's buckets have an address each. */
function objectUrl(aws: Config['aws'], bucket: string, key: string): URL {
  return aws.endpoint
    ? new URL(`/${bucket}/${key}`, aws.endpoint)
    : new URL(`https://${bucket}.s3.${aws.region}.amazonaws.com/${key}`);
}
