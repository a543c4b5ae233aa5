import * as z from 'zod';
import { boolean, date, dimensionsMapping, keyword, type Properties } from './mapping.ts';

const hierarchy = z.object({
  level1: z.string().optional(),
  level2: z.string().optional(),
  level3: z.string().optional(),
  level4: z.string().optional(),
  level5: z.string().optional(),
});

/** How a user takes calls: Connect's `PhoneConfig.PhoneType`. */
export const phoneType = z.enum(['SOFT_PHONE', 'DESK_PHONE']);
export type PhoneType = z.infer<typeof phoneType>;

/** One user of the Amazon Connect instance: `connect-users`, not dated; see `connectUserId`. */
export const connectUser = z.object({
  instanceId: z.string(),
  /** Lower-cased, as in every message of the agents' page. */
  username: z.string(),
  id: z.string(),
  arn: z.string(),
  routingProfile: z.string().optional(),
  /** The names of the groups from the top down. */
  agentHierarchy: hierarchy.optional(),
  phoneType: phoneType.optional(),
  deleted: z.boolean(),
  syncedAt: z.string(),
});
export type ConnectUser = z.infer<typeof connectUser>;

export const connectUsersIndex = 'connect-users';

export const connectUserMapping: Properties = {
  instanceId: keyword,
  username: keyword,
  id: keyword,
  arn: keyword,
  routingProfile: keyword,
  agentHierarchy: dimensionsMapping.agentHierarchy ?? {},
  phoneType: keyword,
  deleted: boolean,
  syncedAt: date,
};

/** The id of a user's document within its index. */
export function connectUserId(user: Pick<ConnectUser, 'instanceId' | 'username'>): string {
  return `${user.instanceId}:${user.username.toLowerCase()}`;
}
