/** `npm run users`: who may sign in to the managers' pages. */
import { stackName } from './cli/client-config.ts';
import { findStage } from './cli/find-stage.ts';
import { confirm } from './cli/questions.ts';
import { resendInvitation } from './cli/resend-invitation.ts';
import { run } from './cli/run.ts';
import { openUserPool, type PoolUser, type UserPool } from './cli/user-pool.ts';
import { HELP, type UsersArguments, usersArguments } from './cli/users-arguments.ts';
import { widening } from './cli/widening.ts';
import { readOutputs } from './read-outputs.ts';

await run(async () => {
  const given = usersArguments(process.argv.slice(2));
  if (!given) return console.info(HELP);
  const { stage, verb, email } = given;
  const { config } = await findStage(stage, given.region);
  const { UserPoolId } = await readOutputs(stackName(stage), config);
  const pool = openUserPool(config, UserPoolId);
  if (verb === 'list') return list(await pool.list());
  if (verb === 'resend') await resendInvitation(config, UserPoolId, email);
  else await change(pool, given);
  console.info(`✔ ${verb} ${email}`);
});

async function change(pool: UserPool, { verb, email, groups, password, yes }: UsersArguments): Promise<void> {
  if (verb === 'add') await pool.add(email, groups ?? ['managers'], password);
  else if (verb === 'remove') await pool.remove(email);
  else if (groups) {
    const more = widening(email, await pool.groupsOf(email), groups);
    if (more && !yes && !(await confirm(more, 'yes'))) throw new Error('Nothing was changed.');
    await pool.setGroups(email, groups);
  }
}

function list(users: readonly PoolUser[]): void {
  for (const { email, status, groups } of users) {
    console.info([email, groups.join(', ') || 'no group: sees nothing', status.toLowerCase()].join('  '));
  }
}
