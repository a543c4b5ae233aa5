/** `npm run erase`: has the deployment erase what it stores of a contact or an agent, after it has said what there is. */
import * as z from 'zod';
import { agentProfiles } from './cli/agent-profiles.ts';
import { stackName } from './cli/client-config.ts';
import { eraseArguments, HELP } from './cli/erase-arguments.ts';
import { findStage } from './cli/find-stage.ts';
import { invokeFunction } from './cli/invoke-function.ts';
import { run } from './cli/run.ts';
import { readOutputs } from './read-outputs.ts';

const found = z.object({ documents: z.record(z.string(), z.number()), failedRecords: z.number() });

await run(async () => {
  const given = eraseArguments(process.argv.slice(2));
  if (!given) return console.info(HELP);
  const { stage, subject, erase } = given;
  const { config } = await findStage(stage, given.region);
  const { EraseFunction, AgentUserPoolId } = await readOutputs(stackName(stage), config);
  // With your credentials, so that no function needs the right to delete users.
  const profiles = 'agent' in subject && AgentUserPoolId && agentProfiles(config, AgentUserPoolId);
  if (erase) console.info('Erasing: it takes a minute until every function knows of it …');
  const counts = found.parse(await invokeFunction(config, EraseFunction, { subject, erase }));
  const ofAgent = profiles ? await profiles[erase ? 'remove' : 'count'](subject.agent) : 0;
  say(erase ? 'Erased' : 'There are', counts, ofAgent);
  if (!erase)
    console.info('Nothing was erased. Run it again with --yes to erase all of it; there is no way back.');
});

function say(verb: string, { documents, failedRecords }: z.infer<typeof found>, profiles: number): void {
  const lines = Object.entries({
    ...documents,
    'failed records': failedRecords,
    'sign-in profiles': profiles,
  });
  const total = lines.reduce((sum, [, count]) => sum + count, 0);
  console.info(total === 0 ? `${verb}: nothing` : `${verb}:`);
  for (const [kind, count] of lines) if (count > 0) console.info(`  ${kind}  ${count}`);
}
