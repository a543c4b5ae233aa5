import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import type { Ports } from '../ports.ts';
import { clientConfig, HISTORY_BUCKET } from './account.ts';

/** In AWS it is the admin's own, and was there before the deployment. */
export async function createHistoryBucket(ports: Ports): Promise<void> {
  const client = new S3Client({ ...clientConfig(ports), forcePathStyle: true });
  await client.send(new CreateBucketCommand({ Bucket: HISTORY_BUCKET }));
}
