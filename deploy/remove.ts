/** `npm run remove`: takes a deployment away; its data only when that is asked for. */
import { parseArgs } from 'node:util';
import { S3Client } from '@aws-sdk/client-s3';
import { stackName } from './cli/client-config.ts';
import { emptyBucket } from './cli/empty-bucket.ts';
import { findStage, type Stage } from './cli/find-stage.ts';
import { deleteData, stackContents } from './cli/kept-data.ts';
import { confirm } from './cli/questions.ts';
import { removalSettings } from './cli/removal-settings.ts';
import { run } from './cli/run.ts';
import { resolveServerless, runServerless } from './cli/run-serverless.ts';
import { readOutputs } from './read-outputs.ts';

const HELP = `npm run remove -- --stage STAGE [--region REGION] [--data] [--yes]

Takes everything of a deployment away, except its data: the search domain, the user pool, the bucket of failed records.

  --region  where it is, if it was not deployed from this checkout
  --data    those too; there is no way back
  --yes     asks nothing: for pipelines`;

await run(async () => {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({ options: { stage: text, region: text, data: flag, yes: flag, help: flag } });
  const { stage, region, data, yes } = values;
  if (values.help) return console.info(HELP);
  if (!stage) throw new Error(`Say which deployment: --stage STAGE.\n\n${HELP}`);
  await remove(stage, await findStage(stage, region), { data, yes });
});

type Wanted = { readonly data: boolean; readonly yes: boolean };

async function remove(stage: string, { config, settings }: Stage, { data, yes }: Wanted): Promise<void> {
  const contents = await stackContents(stage, config);
  // The stack of a first deployment that failed has no outputs.
  const outputs = await readOutputs(stackName(stage), config).catch(() => undefined);
  const needed = removalSettings(stage, settings, outputs);
  // Before anything is touched: half a deployment is worse than a whole one.
  await resolveServerless(stage, needed);
  const names = contents.data.map(({ type, id }) => `  ${type} ${id}`).join('\n');
  const what = data
    ? `the deployment ${stage} AND ITS DATA, for good:\n${names}\n`
    : `the deployment ${stage}, without its data.`;
  if (!yes && !(await confirm(`This removes ${what}`, stage))) throw new Error('Nothing was removed.');

  const s3 = new S3Client({ ...config, forcePathStyle: config.endpoint !== undefined });
  for (const { id } of contents.ownBuckets) await emptyBucket(s3, id);
  await runServerless('remove', stage, needed);
  if (!data) return console.info(names === '' ? '✔ removed' : `✔ removed; kept:\n${names}`);
  for (const its of contents.data) {
    await deleteData(its, config);
    console.info(`✔ deleted ${its.id}`);
  }
}
