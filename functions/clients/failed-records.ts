import type { Config } from '../config.ts';
import { KnownError } from '../errors.ts';
import type { DocumentPlace } from './document-store.ts';
import type { About } from './erasures.ts';
import { objectUrl } from './object-url.ts';
import { sendSigned } from './signed-request.ts';

/** Why something was set aside. */
type Failure = {
  /** One of few: it is counted by. */
  readonly reason: string;
  /** In words. It may quote what it is about, so it is kept with that and nowhere else. */
  readonly detail?: string;
};

/** A document that can never be stored as it is, and why. It is as clean as any that is stored. */
export type FailedRecord = DocumentPlace &
  Failure & {
    readonly document: object;
    /** What it came from is about, by which it is known for erased. */
    readonly about: About;
    /** Of a call, which every message about it writes anew: what sets this message's writing apart. */
    readonly variant?: string;
  };

/** A whole message that can never be stored as it is, cleaned, and why. */
export type FailedMessage = Failure & {
  /** The same at every repeat. */
  readonly id: string;
  /** Absent where not even that can be read from it. */
  readonly route?: string;
  readonly body: unknown;
};

/** Where both are kept until somebody has mended the cause. Both throw KnownError `unavailable` when they cannot be. */
export type FailedRecords = {
  readonly keep: (records: readonly FailedRecord[]) => Promise<void>;
  readonly keepMessage: (message: FailedMessage) => Promise<void>;
};

/** Where messages are; everything else in the bucket are records, under the names of their indices. */
const messagesFolder = 'messages';

/**
 * The bucket of failed records; undefined where the deployment has none. What fails again has the same key at every
 * repeat, so that a page which tries again adds nothing.
 */
export function makeFailedRecords(
  config: Pick<Config, 'aws' | 'failedRecordsBucket'>,
  now: () => Date = () => new Date(),
): FailedRecords | undefined {
  const { aws, failedRecordsBucket: bucket } = config;
  if (!bucket) return undefined;
  const put = (key: string, failure: object) =>
    sendSigned(aws, {
      service: 's3',
      method: 'PUT',
      url: objectUrl(aws, bucket, key),
      body: JSON.stringify({ failedAt: now().toISOString(), ...failure }),
      headers: { 'content-type': 'application/json' },
    });
  return {
    keep: (records) =>
      reaching(() => Promise.all(records.map(({ variant, ...its }) => put(recordKey(its, variant), its)))),
    keepMessage: ({ id, ...its }) =>
      reaching(() => put(`${messagesFolder}/${its.route ?? 'unreadable'}/${id}.json`, its)),
  };
}

function recordKey({ index, id }: DocumentPlace, variant: string | undefined): string {
  return `${index}/${id}${variant ? `.${variant}` : ''}.json`;
}

async function reaching(put: () => Promise<unknown>): Promise<void> {
  try {
    await put();
  } catch (cause) {
    throw new KnownError('unavailable', 'The bucket of failed records cannot be reached.', { cause });
  }
}
