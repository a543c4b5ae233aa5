import { DeleteObjectsCommand, ListObjectVersionsCommand, type S3Client } from '@aws-sdk/client-s3';

/** Deletes every object of a bucket in all its versions: CloudFormation removes only empty buckets. */
export async function emptyBucket(client: S3Client, Bucket: string): Promise<void> {
  for (;;) {
    // At most 1,000, which is as many as one request deletes.
    const { Versions = [], DeleteMarkers = [] } = await client.send(
      new ListObjectVersionsCommand({ Bucket }),
    );
    const Objects = [...Versions, ...DeleteMarkers].map(({ Key, VersionId }) => ({ Key, VersionId }));
    if (Objects.length === 0) return;
    const { Errors = [] } = await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
    if (Errors[0]) throw new Error(`${Bucket}: ${Errors[0].Key} cannot be deleted: ${Errors[0].Message}`);
  }
}
