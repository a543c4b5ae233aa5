import { GetObjectCommand, PutObjectCommand, S3ServiceException } from '@aws-sdk/client-s3';
import type { Config } from '../config.ts';
import { makeS3Client } from './s3.ts';

/** What an object held, and by which version of it that may be replaced. */
export type KeptState = { readonly text: string; readonly version: string };

/** One object of a bucket, in which a function that runs again and again keeps where it is. Throws what the AWS SDK throws. */
export type StateObject = {
  /** Undefined where nothing was written yet. */
  readonly read: () => Promise<KeptState | undefined>;
  /**
   * Replaces that version, or writes where nothing is; gives the new version, or undefined when somebody else was quicker
   * (Amazon S3 User Guide, "How to prevent object overwrites with conditional writes").
   */
  readonly write: (text: string, replaces: string | undefined) => Promise<string | undefined>;
};

export function makeStateObject(aws: Config['aws'], Bucket: string, Key: string): StateObject {
  const s3 = makeS3Client(aws);
  return {
    read: async () => {
      try {
        const { Body, ETag = '' } = await s3.send(new GetObjectCommand({ Bucket, Key }));
        return { text: (await Body?.transformToString()) ?? '', version: ETag };
      } catch (error) {
        if (isAbsent(error)) return undefined;
        throw error;
      }
    },
    write: async (Body, replaces) => {
      const condition = replaces === undefined ? { IfNoneMatch: '*' } : { IfMatch: replaces };
      const object = { Bucket, Key, Body, ContentType: 'application/json', ...condition };
      try {
        return (await s3.send(new PutObjectCommand(object))).ETag ?? '';
      } catch (error) {
        if (isTaken(error)) return undefined;
        throw error;
      }
    },
  };
}

/**
 * Who may not list a bucket is not told that something is not there (Amazon S3 API Reference, `GetObject`). If it is
 * there all the same, writing tells: it is taken.
 */
function isAbsent(error: unknown): boolean {
  return error instanceof S3ServiceException && [403, 404].includes(error.$metadata.httpStatusCode ?? 0);
}

/** Changed since, changed at the same time, or deleted. */
function isTaken(error: unknown): boolean {
  return error instanceof S3ServiceException && [404, 409, 412].includes(error.$metadata.httpStatusCode ?? 0);
}
