/** `npm run replay`: has the deployment put back what it had set aside, and says what became of it. */
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { clientConfigOf, invokeFunction } from './invoke-function.ts';
import { readOutputs } from './read-outputs.ts';

const HELP = `npm run replay -- --stage STAGE [--region REGION] [--prefix PREFIX] [--limit NUMBER]

Puts records and messages of the bucket of failed records back, once what was wrong with them is mended. What is stored
is deleted from the bucket, and so is what was erased since; what still cannot be stored stays there, with the new
reason. It may be run again, and while calls come in.

  --stage    the deployment; local is the one of npm start
  --region   where it is; AWS_REGION if left out
  --prefix   only these: an index (softphone-calls-2026.03.04), messages/, messages/api-metrics/ …
  --limit    at most so many`;

/** Of one invocation: the function takes no more at once. */
const mostAtOnce = 1000;

const answer = z.object({
  counts: z.record(z.string(), z.number()),
  after: z.string().optional(),
});

const { values } = parseArgs({
  options: {
    stage: { type: 'string' },
    region: { type: 'string' },
    prefix: { type: 'string', default: '' },
    limit: { type: 'string', default: 'Infinity' },
    help: { type: 'boolean' },
  },
});
const limit = Number(values.limit);
if (values.help || !values.stage || !(limit >= 1)) {
  console.info(HELP);
  process.exitCode = values.help ? 0 : 1;
} else {
  await replay(values.stage, values.prefix, limit);
}

async function replay(stage: string, prefix: string, most: number): Promise<void> {
  const config = clientConfigOf(stage, values.region);
  const { ReplayFunction } = await readOutputs(`softphone-quality-${stage}`, config);
  const total = new Map<string, number>();
  let left = most;
  let after: string | undefined;
  do {
    const asked = { prefix, after, limit: Math.min(left, mostAtOnce) };
    const told = answer.parse(await invokeFunction(config, ReplayFunction, asked));
    for (const [outcome, count] of Object.entries(told.counts)) {
      total.set(outcome, (total.get(outcome) ?? 0) + count);
      left -= count;
    }
    after = told.after;
    console.info([...total].map(([outcome, count]) => `${outcome} ${count}`).join(', '));
  } while (after !== undefined && left > 0);
  if ((total.get('unavailable') ?? 0) > 0) {
    console.error('The search service or the bucket could not be reached for some: run this again.');
    process.exitCode = 1;
  }
}
