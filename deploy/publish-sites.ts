/**
 * Builds the two sites and puts them, with their settings, where CloudFront takes them from. `serverless deploy` does
 * this at its end; alone: node deploy/publish-sites.ts <CloudFormation stack>, with the usual AWS variables.
 */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudFrontClient, CreateInvalidationCommand } from '@aws-sdk/client-cloudfront';
import { S3Client } from '@aws-sdk/client-s3';
import { buildSite, type SiteName, siteFolder } from './build-site.ts';
import { run } from './cli/run.ts';
import { readOutputs } from './read-outputs.ts';
import { fetchRtcLibrary, type PublishedLibrary } from './rtc-library.ts';
import { uploadSite } from './upload-site.ts';

await run(async () => {
  const [stackName] = process.argv.slice(2);
  if (!stackName) throw new Error('Say which CloudFormation stack: node deploy/publish-sites.ts <stack>');
  const outputs = await readOutputs(stackName, {});
  const library = outputs.RtcLibrary && (await fetchRtcLibrary(outputs.RtcLibrary));
  await publish('agent', outputs.AgentSiteBucket, outputs.AgentSiteId, outputs.AgentSiteSettings, library);
  await publish('manager', outputs.ManagerSiteBucket, outputs.ManagerSiteId, outputs.ManagerSiteSettings);
  console.info(`\nsites:\n  agents: ${outputs.AgentSiteUrl}\n  managers: ${outputs.ManagerSiteUrl}`);
});

async function publish(
  site: SiteName,
  bucket: string,
  distribution: string,
  settings: object,
  library?: PublishedLibrary,
): Promise<void> {
  // With an endpoint of one's own, buckets are in the path: see local/aws/account.ts.
  const s3 = new S3Client({ forcePathStyle: process.env.AWS_ENDPOINT_URL !== undefined });
  const logs = await mkdtemp(join(tmpdir(), 'sites-'));
  await buildSite(site, join(logs, `${site}.log`), new AbortController().signal);
  await uploadSite(s3, bucket, siteFolder(site), settings, library);
  await new CloudFrontClient().send(
    new CreateInvalidationCommand({
      DistributionId: distribution,
      InvalidationBatch: { CallerReference: new Date().toISOString(), Paths: { Quantity: 1, Items: ['/*'] } },
    }),
  );
}
