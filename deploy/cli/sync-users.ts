import * as z from 'zod';
import type { Outputs } from '../read-outputs.ts';
import type { ClientConfig } from './client-config.ts';
import { invokeFunction } from './invoke-function.ts';

const synced = z.object({ users: z.number(), changed: z.number() });

/**
 * Has the deployment sync the users of Amazon Connect now, and not only at its next turn. Where it cannot, the deployment
 * stands all the same: the function tries again every 15 minutes, and has an alarm.
 *
 * @returns what came of it, a line for a person
 */
export async function syncUsers(
  config: ClientConfig,
  { UsersFunction }: Pick<Outputs, 'UsersFunction'>,
): Promise<string> {
  try {
    const { users, changed } = synced.parse(await invokeFunction(config, UsersFunction, {}));
    return `✔ users of Amazon Connect: ${users} known, ${changed} of them new or changed`;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `· users of Amazon Connect: not synced, and tried again every 15 minutes. ${reason}`;
  }
}
