/** `npm run backfill`: has the deployment store the history that Firehose kept in a bucket, and says how far it is. */
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { type ClientConfig, stackName } from './cli/client-config.ts';
import { findStage } from './cli/find-stage.ts';
import { invokeFunction } from './cli/invoke-function.ts';
import { run } from './cli/run.ts';
import { readOutputs } from './read-outputs.ts';

const HELP = `npm run backfill -- --stage STAGE --source SOURCE --prefix PREFIX [--after KEY] [--region REGION]

Stores contact records or agents' events of before the deployment, which Amazon Kinesis Data Firehose has kept in the bucket
that the parameter backfillBucket names. It may be run again and stopped at any time: what is there already stays as it is.

  --stage    the deployment; local is the one of npm start
  --source   contact-records or agent-events
  --prefix   of the objects' keys, as connect/ctr/2026/
  --after    goes on after this key, which an earlier run has named
  --region   where it is, if it was not deployed from this checkout`;

const answer = z.object({
  objects: z.number(),
  records: z.number(),
  setAside: z.number(),
  after: z.string().optional(),
  stopped: z.string().optional(),
});

await run(async () => {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: {
      stage: text,
      source: text,
      prefix: text,
      after: text,
      region: text,
      help: { type: 'boolean' },
    },
  });
  const { stage, source, prefix, after, region } = values;
  if (values.help) return console.info(HELP);
  if (!stage || !source || prefix === undefined) {
    throw new Error(`Say of which deployment, what and from where: --stage, --source, --prefix.\n\n${HELP}`);
  }
  const { config } = await findStage(stage, region);
  const { BackfillFunction } = await readOutputs(stackName(stage), config);
  await backfill(config, BackfillFunction, { source, prefix, after });
});

type Asked = { readonly source: string; readonly prefix: string; readonly after: string | undefined };

async function backfill(config: ClientConfig, name: string, asked: Asked): Promise<void> {
  const sum = { objects: 0, records: 0, setAside: 0 };
  let { after } = asked;
  do {
    const told = answer.parse(await invokeFunction(config, name, { ...asked, after }));
    sum.objects += told.objects;
    sum.records += told.records;
    sum.setAside += told.setAside;
    const isDone = told.after === undefined && told.stopped === undefined;
    const where = isDone ? 'done' : `up to ${told.after ?? 'none yet'}`;
    console.info(`${sum.objects} objects, ${sum.records} records, ${sum.setAside} set aside: ${where}`);
    if (told.stopped) {
      const again = told.after ? `--after ${told.after}` : 'the same';
      throw new Error(`${told.stopped} Run this again with ${again}.`);
    }
    after = told.after;
  } while (after !== undefined);
}
