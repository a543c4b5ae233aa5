import { GetObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import type { Config } from '../config.ts';
import { makeS3Client } from './s3.ts';

/** One object of a bucket that somebody else fills, and when it was written. */
export type RecordObject = { readonly key: string; readonly writtenAt: Date };

/** A bucket that Firehose has filled with records. Both throw what the AWS SDK throws. */
export type RecordObjects = {
  /** At most so many (1000 at most), in the order of their keys, of those that begin with the prefix and come after a key. */
  readonly list: (
    prefix: string,
    after: string | undefined,
    most: number,
  ) => Promise<readonly RecordObject[]>;
  readonly open: (key: string) => Promise<AsyncIterable<Uint8Array>>;
};

export function makeRecordObjects(aws: Config['aws'], Bucket: string): RecordObjects {
  const s3 = makeS3Client(aws);
  return {
    list: async (Prefix, StartAfter, MaxKeys) => {
      const { Contents = [] } = await s3.send(
        new ListObjectsV2Command({ Bucket, Prefix, StartAfter, MaxKeys }),
      );
      return Contents.flatMap(({ Key: key, LastModified: writtenAt }) =>
        key && writtenAt ? [{ key, writtenAt }] : [],
      );
    },
    open: async (Key) => {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
      return (Body ?? []) as AsyncIterable<Uint8Array>;
    },
  };
}
