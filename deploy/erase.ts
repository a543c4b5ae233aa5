/** `npm run erase`: has the deployment erase what it stores of a contact or an agent, after it has said what there is. */
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { clientConfigOf, invokeFunction } from './invoke-function.ts';
import { readOutputs } from './read-outputs.ts';

const HELP = `npm run erase -- --stage STAGE (--contact ID | --agent NAME) [--yes] [--region REGION]

Says how much is stored of a contact or an agent, and with --yes erases it: documents of every kind, and failed records.
What still waits in the queue or in a browser is not stored any more when it comes. It takes a minute, and may be run again.

  --stage    the deployment; local is the one of npm start
  --contact  a contact id of Amazon Connect
  --agent    a user name of Amazon Connect: all of that agent's calls until now
  --yes      erase it; there is no way back
  --region   where it is; AWS_REGION if left out`;

const found = z.object({ documents: z.record(z.string(), z.number()), failedRecords: z.number() });

const { values } = parseArgs({
  options: {
    stage: { type: 'string' },
    region: { type: 'string' },
    contact: { type: 'string' },
    agent: { type: 'string' },
    yes: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});
const { stage, contact, agent } = values;
// Exactly one of the two.
const subject = contact && !agent ? { contact } : agent && !contact ? { agent } : undefined;
if (values.help || !stage || !subject) {
  console.info(HELP);
  process.exitCode = values.help ? 0 : 1;
} else {
  await run(stage, subject, values.yes ?? false);
}

async function run(stage: string, subject: object, erase: boolean): Promise<void> {
  const config = clientConfigOf(stage, values.region);
  const { EraseFunction } = await readOutputs(`softphone-quality-${stage}`, config);
  const ask = async (erase: boolean) =>
    found.parse(await invokeFunction(config, EraseFunction, { subject, erase }));
  if (!erase) {
    say('There are', await ask(false));
    console.info('Nothing was erased. Run it again with --yes to erase all of it; there is no way back.');
    return;
  }
  console.info('Erasing: it takes a minute until every function knows of it …');
  say('Erased', await ask(true));
}

function say(verb: string, { documents, failedRecords }: z.infer<typeof found>): void {
  const lines = Object.entries({ ...documents, 'failed records': failedRecords });
  const total = lines.reduce((sum, [, count]) => sum + count, 0);
  console.info(total === 0 ? `${verb}: nothing` : `${verb}:`);
  for (const [kind, count] of lines) if (count > 0) console.info(`  ${kind}  ${count}`);
}
