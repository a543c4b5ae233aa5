/** `npm run replay`: has the deployment put back what it had set aside, and says what became of it. */
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { type ClientConfig, stackName } from './cli/client-config.ts';
import { findStage } from './cli/find-stage.ts';
import { invokeFunction } from './cli/invoke-function.ts';
import { run } from './cli/run.ts';
import { readOutputs } from './read-outputs.ts';

const HELP = `npm run replay -- --stage STAGE [--region REGION] [--prefix PREFIX] [--limit NUMBER]

Puts records and messages of the bucket of failed records back, once what was wrong with them is mended. What is stored
is deleted from the bucket, and so is what was erased since; what still cannot be stored stays there, with the new
reason. It may be run again, and while calls come in.

  --stage    the deployment; local is the one of npm start
  --region   where it is, if it was not deployed from this checkout
  --prefix   only these: an index (softphone-calls-2026.03.04), messages/, messages/api-metrics/ …
  --limit    at most so many`;

/** Of one invocation: the function takes no more at once. */
const mostAtOnce = 1000;

const answer = z.object({
  counts: z.record(z.string(), z.number()),
  after: z.string().optional(),
});

await run(async () => {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { stage: text, region: text, prefix: text, limit: text, help: { type: 'boolean' } },
  });
  const { stage, region, prefix = '', limit = 'Infinity' } = values;
  if (values.help) return console.info(HELP);
  if (!stage) throw new Error(`Say of which deployment: --stage STAGE.\n\n${HELP}`);
  const most = Number(limit);
  if (!(most >= 1) || (Number.isFinite(most) && !Number.isInteger(most)))
    throw new Error(`--limit ${limit}: give a whole number from 1.`);
  const { config } = await findStage(stage, region);
  const { ReplayFunction } = await readOutputs(stackName(stage), config);
  await replay(config, ReplayFunction, prefix, most);
});

async function replay(config: ClientConfig, name: string, prefix: string, most: number): Promise<void> {
  const total = new Map<string, number>();
  let left = most;
  let after: string | undefined;
  do {
    const asked = { prefix, after, limit: Math.min(left, mostAtOnce) };
    const told = answer.parse(await invokeFunction(config, name, asked));
    for (const [outcome, count] of Object.entries(told.counts)) {
      total.set(outcome, (total.get(outcome) ?? 0) + count);
      left -= count;
    }
    after = told.after;
    console.info([...total].map(([outcome, count]) => `${outcome} ${count}`).join(', '));
  } while (after !== undefined && left > 0);
  if ((total.get('unavailable') ?? 0) > 0)
    throw new Error('The search service or the bucket could not be reached for some: run this again.');
}
