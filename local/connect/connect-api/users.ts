import type { User, UserSearchSummary, UserSummary } from '@aws-sdk/client-connect';
import type { Agent } from '../../organisation.ts';

/** As ListUsers has an agent. */
export function userSummary({ id, arn, username }: Agent): UserSummary {
  return { Id: id, Arn: arn, Username: username };
}

/** As SearchUsers has an agent. */
export function foundUser(agent: Agent): UserSearchSummary {
  const { FirstName, LastName } = { FirstName: agent.firstName, LastName: agent.lastName };
  return { ...describedUser(agent), IdentityInfo: { FirstName, LastName } };
}

/** As DescribeUser has an agent. */
export function describedUser(agent: Agent): User {
  return {
    ...userSummary(agent),
    IdentityInfo: {
      FirstName: agent.firstName,
      LastName: agent.lastName,
      Email: `${agent.username}@example.com`,
    },
    PhoneConfig: { PhoneType: 'SOFT_PHONE', AutoAccept: false, AfterContactWorkTimeLimit: 0 },
    RoutingProfileId: agent.routingProfile.id,
    HierarchyGroupId: agent.hierarchy.level2.id,
    Tags: {},
  };
}
