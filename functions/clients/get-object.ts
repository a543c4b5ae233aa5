import { GetObjectCommand, type GetObjectCommandOutput, NoSuchKey, type S3Client } from '@aws-sdk/client-s3';

/**
 * An object of a bucket that the function may list; undefined when it is not there, or not any more.
 *
 * @throws what else the AWS SDK throws
 */
export async function getObject(
  s3: S3Client,
  Bucket: string,
  Key: string,
): Promise<GetObjectCommandOutput | undefined> {
  try {
    return await s3.send(new GetObjectCommand({ Bucket, Key }));
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
}
