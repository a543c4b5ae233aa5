/** `npm run remove`: takes a deployment away; its data only when that is asked for. */
import { parseArgs } from 'node:util';
import { S3Client } from '@aws-sdk/client-s3';
import { clientConfig, stackStatus } from './cli/client-config.ts';
import { emptyBucket } from './cli/empty-bucket.ts';
import { deleteData, stackContents } from './cli/kept-data.ts';
import { confirm } from './cli/questions.ts';
import { runServerless } from './cli/run-serverless.ts';
import { readStageSettings } from './cli/stage-settings.ts';

const HELP = `npm run remove -- --stage STAGE [--region REGION] [--data] [--yes]

Takes everything of a deployment away, except its data: the search domain, the user pool, the bucket of failed records.

  --data  those too; there is no way back
  --yes   asks nothing: for pipelines`;

try {
  await main();
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({ options: { stage: text, region: text, data: flag, yes: flag, help: flag } });
  const { stage, data, yes } = values;
  if (values.help || !stage) return console.info(HELP);
  const settings = await readStageSettings(stage);
  const config = clientConfig(stage, values.region ?? settings.region ?? process.env.AWS_REGION ?? '');
  if ((await stackStatus(stage, config)) === undefined)
    throw new Error(`There is no deployment ${stage} in ${config.region}.`);
  const contents = await stackContents(stage, config);
  const names = contents.data.map(({ type, id }) => `  ${type} ${id}`).join('\n');
  const what = data
    ? `the deployment ${stage} AND ITS DATA, for good:\n${names}\n`
    : `the deployment ${stage}, without its data.`;
  if (!yes && !(await confirm(`This removes ${what}`, stage))) throw new Error('Nothing was removed.');

  const s3 = new S3Client({ ...config, forcePathStyle: config.endpoint !== undefined });
  for (const { id } of contents.siteBuckets) await emptyBucket(s3, id);
  await runServerless('remove', stage, { ...settings, region: config.region });
  if (!data) return console.info(names === '' ? '✔ removed' : `✔ removed; kept:\n${names}`);
  for (const its of contents.data) {
    await deleteData(its, config);
    console.info(`✔ deleted ${its.id}`);
  }
}
