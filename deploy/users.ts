/** `npm run users`: who may sign in to the managers' pages. */
import { parseArgs } from 'node:util';
import { clientConfig, stackName } from './cli/client-config.ts';
import { readStageSettings } from './cli/stage-settings.ts';
import { openUserPool } from './cli/user-pool.ts';
import { readOutputs } from './read-outputs.ts';

const HELP = `npm run users -- add EMAIL [--group GROUP]...     creates the user; Cognito mails a temporary password
npm run users -- groups EMAIL [--group GROUP]...  puts the user into exactly these groups
npm run users -- list
npm run users -- remove EMAIL

  --stage     which deployment; dev if left out; local is the one of npm start
  --region    where it is, if it was not deployed from this checkout
  --group     managers, admins, or one of managerLimits; add without any means managers
  --password  of the stage local only, where no mail is sent`;

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      stage: { ...text, default: 'dev' },
      region: text,
      group: { ...text, multiple: true },
      password: text,
      help: { type: 'boolean' },
    },
  });
  const [verb, email = ''] = positionals;
  if (values.help || !verb) return console.info(HELP);
  if (values.password !== undefined && values.stage !== 'local') {
    throw new Error(
      '--password is for the stage local: elsewhere Cognito mails one that nobody else has seen.',
    );
  }
  if (verb !== 'list' && !/^[^@\s]+@[^@\s]+$/.test(email))
    throw new Error(`Say whose: npm run users -- ${verb} EMAIL`);
  const pool = await poolOf(values.stage, values.region);
  if (verb === 'list') return list(await pool.list());
  if (verb === 'add') await pool.add(email, values.group ?? ['managers'], values.password);
  else if (verb === 'groups') await pool.setGroups(email, values.group ?? []);
  else if (verb === 'remove') await pool.remove(email);
  else throw new Error(`There is no "${verb}".\n\n${HELP}`);
  console.info(`✔ ${verb} ${email}`);
}

async function poolOf(stage: string, region: string | undefined) {
  const remembered = await readStageSettings(stage);
  const its = region ?? remembered.region ?? process.env.AWS_REGION ?? 'eu-central-1';
  const config = clientConfig(stage, its);
  const { UserPoolId } = await readOutputs(stackName(stage), config);
  return openUserPool(config, UserPoolId);
}

function list(users: readonly { email: string; status: string; groups: readonly string[] }[]): void {
  for (const { email, status, groups } of users) {
    console.info([email, groups.join(', ') || 'no group: sees nothing', status.toLowerCase()].join('  '));
  }
}
