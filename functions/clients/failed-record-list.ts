import { GetObjectCommand, ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import type { Config } from '../config.ts';
import { makeS3Client } from './s3.ts';

/** What lies in the bucket of failed records. */
export type FailedRecordList = {
  readonly count: number;
  /** Whether there are more than were counted. */
  readonly more: boolean;
  /** The newest of those, newest first. What they are about stays in the bucket. */
  readonly newest: readonly { readonly at: Date; readonly key: string; readonly reason: string | null }[];
};

const mostNewest = 10;
const why = z.object({ reason: z.string() });

/**
 * Looks into the bucket of failed records: at the first thousand, which one request gives.
 *
 * @throws Error when the bucket cannot be reached
 */
export async function listFailedRecords(
  { aws }: Pick<Config, 'aws'>,
  bucket: string,
): Promise<FailedRecordList> {
  const client = makeS3Client(aws);
  const { Contents = [], IsTruncated = false } = await client.send(
    new ListObjectsV2Command({ Bucket: bucket }),
  );
  const objects = Contents.flatMap(({ Key, LastModified }) =>
    Key && LastModified ? [{ Key, at: LastModified }] : [],
  );
  objects.sort((a, b) => b.at.getTime() - a.at.getTime());
  const newest = await Promise.all(
    objects.slice(0, mostNewest).map(async ({ Key, at }) => ({
      at,
      key: Key,
      reason: await reasonOf(client, bucket, Key),
    })),
  );
  client.destroy();
  return { count: objects.length, more: IsTruncated, newest };
}

/** Null of one that is no record of ours, or that has just been put back. */
async function reasonOf(client: S3Client, Bucket: string, Key: string): Promise<string | null> {
  try {
    const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
    return why.parse(JSON.parse((await Body?.transformToString()) ?? '')).reason;
  } catch {
    return null;
  }
}
