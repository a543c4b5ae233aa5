import { DeleteObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import type { Config } from '../config.ts';
import { getObject } from './get-object.ts';
import { makeS3Client } from './s3.ts';

/** The bucket of failed records, for whoever puts back what lies in it. Who only adds to it uses failed-records.ts. */
export type SetAsideObjects = {
  /** At most so many keys (1000 at most), in their order, of those that begin with the prefix and come after a key. */
  readonly list: (prefix: string, after: string | undefined, most: number) => Promise<readonly string[]>;
  /** Undefined when it is not there any more. */
  readonly read: (key: string) => Promise<string | undefined>;
  readonly write: (key: string, json: string) => Promise<void>;
  /** May be repeated. */
  readonly remove: (key: string) => Promise<void>;
};

/** Throws what the AWS SDK throws. */
export function makeSetAsideObjects(aws: Config['aws'], Bucket: string): SetAsideObjects {
  const s3 = makeS3Client(aws);
  return {
    list: async (Prefix, StartAfter, MaxKeys) => {
      const { Contents = [] } = await s3.send(
        new ListObjectsV2Command({ Bucket, Prefix, StartAfter, MaxKeys }),
      );
      return Contents.flatMap(({ Key }) => Key ?? []);
    },
    read: async (key) => (await getObject(s3, Bucket, key))?.Body?.transformToString(),
    write: async (Key, Body) => {
      await s3.send(new PutObjectCommand({ Bucket, Key, Body, ContentType: 'application/json' }));
    },
    remove: async (Key) => {
      await s3.send(new DeleteObjectCommand({ Bucket, Key }));
    },
  };
}
