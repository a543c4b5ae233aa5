import {
  type ConnectClient,
  paginateListRoutingProfiles,
  paginateSearchUserHierarchyGroups,
  paginateSearchUsers,
  type UserSearchSummary,
} from '@aws-sdk/client-connect';
import { type ConnectUser, phoneType } from '../../model/documents/connect-user.ts';
import { hierarchyNames } from './hierarchy-names.ts';
import { pagesOf } from './pages-of.ts';

/** What Amazon Connect says of a user now. */
export type FoundUser = Omit<ConnectUser, 'instanceId' | 'deleted' | 'syncedAt'>;

export type UsersFound = { readonly users: readonly FoundUser[]; readonly requests: number };

/** API Reference of SearchUsers, SearchUserHierarchyGroups and ListRoutingProfiles: the largest pages. */
const pageSizes = { users: 500, groups: 100, profiles: 1000 };

/**
 * All users of the instance with the names of their routing profile and hierarchy groups. Searched, not listed: a list
 * has no routing profile, so each user would be a request of its own.
 *
 * @param pause between two pages of an operation: quotas count each operation apart
 * @throws Error when Connect refuses or cannot be reached; there is no half of an answer
 */
export async function findConnectUsers(
  client: ConnectClient,
  InstanceId: string,
  pause: () => Promise<void>,
): Promise<UsersFound> {
  const at = (pageSize: number) => ({ client, pageSize });
  const [profiles, groups, users] = await Promise.all([
    pagesOf(paginateListRoutingProfiles(at(pageSizes.profiles), { InstanceId }), pause),
    pagesOf(paginateSearchUserHierarchyGroups(at(pageSizes.groups), { InstanceId }), pause),
    pagesOf(paginateSearchUsers(at(pageSizes.users), { InstanceId }), pause),
  ]);
  const names = {
    profiles: new Map(
      profiles.flatMap(({ RoutingProfileSummaryList = [] }) =>
        RoutingProfileSummaryList.map(({ Id, Name }) => [Id, Name]),
      ),
    ),
    hierarchies: new Map(
      groups.flatMap(({ UserHierarchyGroups = [] }) =>
        UserHierarchyGroups.map((group) => [group.Id, hierarchyNames(group.HierarchyPath ?? {})]),
      ),
    ),
  };
  return {
    users: users.flatMap(({ Users = [] }) => Users.flatMap((user) => foundUser(user, names) ?? [])),
    requests: profiles.length + groups.length + users.length,
  };
}

type Names = {
  readonly profiles: ReadonlyMap<string | undefined, string | undefined>;
  readonly hierarchies: ReadonlyMap<string | undefined, ConnectUser['agentHierarchy']>;
};

/** Undefined of what has no name to know an agent by. */
function foundUser(
  { Id, Arn, Username, RoutingProfileId, HierarchyGroupId, PhoneConfig }: UserSearchSummary,
  { profiles, hierarchies }: Names,
): FoundUser | undefined {
  if (!Id || !Arn || !Username) return undefined;
  const routingProfile = RoutingProfileId && profiles.get(RoutingProfileId);
  const phone = phoneType.safeParse(PhoneConfig?.PhoneType).data;
  const agentHierarchy = HierarchyGroupId && hierarchies.get(HierarchyGroupId);
  return {
    username: Username.toLowerCase(),
    id: Id,
    arn: Arn,
    ...(routingProfile ? { routingProfile } : {}),
    ...(agentHierarchy ? { agentHierarchy } : {}),
    ...(phone ? { phoneType: phone } : {}),
  };
}
