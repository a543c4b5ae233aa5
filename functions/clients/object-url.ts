import type { Config } from '../config.ts';

/** Where an object of S3 is. Emulators are at one address for all buckets; Amazon's buckets have an address each. */
export function objectUrl(aws: Config['aws'], bucket: string, key: string): URL {
  return aws.endpoint
    ? new URL(`/${bucket}/${key}`, aws.endpoint)
    : new URL(`https://${bucket}.s3.${aws.region}.amazonaws.com/${key}`);
}
