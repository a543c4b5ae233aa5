import { PutObjectCommand, paginateListObjectsV2, S3ServiceException } from '@aws-sdk/client-s3';
import type { Config } from '../config.ts';
import { getObject } from './get-object.ts';
import { makeS3Client } from './s3.ts';

/** An object of the bucket, which version of it that is, and when it was written. */
export type DeliveryObject = {
  readonly bytes: Uint8Array;
  readonly version: string;
  readonly writtenAt: Date;
};

/** The bucket that files are delivered from, and in which is kept what was sent. All throw what the AWS SDK throws. */
export type DeliveryBucket = {
  /** Its bytes as they come; undefined when it is not there any more. */
  readonly open: (key: string) => Promise<AsyncIterable<Uint8Array> | undefined>;
  /** Undefined when it is not there. */
  readonly read: (key: string) => Promise<DeliveryObject | undefined>;
  /**
   * Writes unless somebody else has written meanwhile: then false.
   *
   * @param replaces the version that was read; undefined where nothing was there
   */
  readonly replace: (key: string, json: string, replaces: string | undefined) => Promise<boolean>;
  readonly write: (key: string, json: string) => Promise<void>;
  /** All keys that begin so, in their order. */
  readonly list: (prefix: string) => Promise<readonly string[]>;
};

export function makeDeliveryBucket(aws: Config['aws'], Bucket: string): DeliveryBucket {
  const s3 = makeS3Client(aws);
  const get = (key: string) => getObject(s3, Bucket, key);
  return {
    open: async (key) => (await get(key))?.Body as AsyncIterable<Uint8Array> | undefined,
    read: async (key) => {
      const { Body, ETag, LastModified } = (await get(key)) ?? {};
      if (!Body || !ETag || !LastModified) return undefined;
      return { bytes: await Body.transformToByteArray(), version: ETag, writtenAt: LastModified };
    },
    write: async (Key, Body) => {
      await s3.send(new PutObjectCommand({ Bucket, Key, Body, ContentType: 'application/json' }));
    },
    list: async (Prefix) => {
      const keys: string[] = [];
      for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket, Prefix })) {
        keys.push(...Contents.flatMap(({ Key }) => Key ?? []));
      }
      return keys;
    },
    replace: async (Key, Body, replaces) => {
      const condition = replaces === undefined ? { IfNoneMatch: '*' } : { IfMatch: replaces };
      try {
        await s3.send(
          new PutObjectCommand({ Bucket, Key, Body, ContentType: 'application/json', ...condition }),
        );
        return true;
      } catch (error) {
        if (isConflict(error)) return false;
        throw error;
      }
    },
  };
}

/** It is another, it is gone, or somebody is writing it now (Amazon S3 User Guide, "How to prevent object overwrites"). */
function isConflict(error: unknown): boolean {
  if (!(error instanceof S3ServiceException) || error.name === 'NoSuchBucket') return false;
  return [404, 409, 412].includes(error.$metadata.httpStatusCode ?? 0);
}
