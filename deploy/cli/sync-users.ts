import * as z from 'zod';
import type { Outputs } from '../read-outputs.ts';
import type { ClientConfig } from './client-config.ts';
import { invokeFunction } from './invoke-function.ts';

const synced = z.object({ users: z.number(), changed: z.number() });

/**
 * Has the deployment sync the users of Amazon Connect now, and not only at its next turn.
 *
 * @returns what came of it, for a person
 * @throws Error that says what failed
 */
export async function syncUsers(
  config: ClientConfig,
  { UsersFunction }: Pick<Outputs, 'UsersFunction'>,
): Promise<string> {
  const { users, changed } = synced.parse(await invokeFunction(config, UsersFunction, {}));
  return `${users} known, ${changed} of them new or changed`;
}
