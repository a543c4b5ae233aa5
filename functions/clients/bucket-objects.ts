import { ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import type { Config } from '../config.ts';
import { getObject } from './get-object.ts';
import { makeS3Client } from './s3.ts';

/** Some objects of a bucket, each as its text. */
export type FoundObjects = {
  readonly objects: readonly { readonly key: string; readonly text: string }[];
  /** Whether there are more than were read. */
  readonly more: boolean;
};

const atOnce = 20;

/**
 * Reads the objects under a prefix that were written since an instant, at most so many.
 *
 * @param since in epoch milliseconds
 * @throws what the AWS SDK throws
 */
export async function readObjectsSince(
  aws: Config['aws'],
  Bucket: string,
  { prefix, since, most }: { readonly prefix: string; readonly since: number; readonly most: number },
): Promise<FoundObjects> {
  const s3 = makeS3Client(aws);
  const keys = await keysSince(s3, Bucket, prefix, since);
  const read = keys.slice(0, most);
  const objects: { key: string; text: string }[] = [];
  for (let i = 0; i < read.length; i += atOnce) {
    const some = read.slice(i, i + atOnce);
    const texts = await Promise.all(some.map((key) => textOf(s3, Bucket, key)));
    objects.push(...some.flatMap((key, j) => (texts[j] === undefined ? [] : [{ key, text: texts[j] }])));
  }
  s3.destroy();
  return { objects, more: keys.length > most };
}

async function keysSince(s3: S3Client, Bucket: string, Prefix: string, since: number): Promise<string[]> {
  const keys: string[] = [];
  for (let StartAfter: string | undefined; ; ) {
    const { Contents = [], IsTruncated } = await s3.send(
      new ListObjectsV2Command({ Bucket, Prefix, StartAfter }),
    );
    for (const { Key, LastModified } of Contents)
      if (Key && LastModified && LastModified.getTime() >= since) keys.push(Key);
    StartAfter = Contents.at(-1)?.Key;
    if (!IsTruncated || !StartAfter) return keys;
  }
}

/** Undefined of one that was put back, or sent anew, meanwhile. */
async function textOf(s3: S3Client, Bucket: string, Key: string): Promise<string | undefined> {
  return (await getObject(s3, Bucket, Key))?.Body?.transformToString();
}
