import { S3Client } from '@aws-sdk/client-s3';
import type { Config } from '../config.ts';

/** A client of S3, where the deployment is. */
export function makeS3Client({ region, endpoint, credentials }: Config['aws']): S3Client {
  return new S3Client({
    region,
    ...(credentials ? { credentials } : {}),
    // Emulators are at one address for all buckets.
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
  });
}
