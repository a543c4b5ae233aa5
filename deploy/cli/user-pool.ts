import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  CreateGroupCommand,
  paginateListGroups,
  paginateListUsers,
} from '@aws-sdk/client-cognito-identity-provider';
import type { ClientConfig } from './client-config.ts';
import { groupSteps, openingGroups } from './group-steps.ts';
import { byMail } from './resend-invitation.ts';

export type PoolUser = {
  readonly email: string;
  readonly status: string;
  readonly groups: readonly string[];
};

export type UserPool = ReturnType<typeof openUserPool>;

/** The users of the managers' pages; `UserPoolId` is an output of the deployment. */
export function openUserPool(config: ClientConfig, UserPoolId: string) {
  const client = new CognitoIdentityProviderClient(config);
  const groupsOf = async (Username: string) => {
    const { Groups = [] } = await client.send(new AdminListGroupsForUserCommand({ UserPoolId, Username }));
    return Groups.flatMap(({ GroupName }) => GroupName ?? []);
  };
  /** Refuses groups that would limit nothing, and makes those that a pool from before need not have. */
  const prepare = async (groups: readonly string[]) => {
    const present = await groupsOfPool(client, UserPoolId);
    const missing = groups.filter((group) => !present.includes(group));
    const unknown = missing.find((group) => !openingGroups.includes(group));
    if (unknown !== undefined) throw new Error(unknownGroup(unknown, present));
    for (const GroupName of new Set(missing)) {
      await client.send(new CreateGroupCommand({ UserPoolId, GroupName }));
    }
  };
  const change = async (Username: string, groups: readonly string[]) => {
    for (const { verb, group } of groupSteps(await groupsOf(Username), groups)) {
      const request = { UserPoolId, Username, GroupName: group };
      await (verb === 'join'
        ? client.send(new AdminAddUserToGroupCommand(request))
        : client.send(new AdminRemoveUserFromGroupCommand(request)));
    }
  };
  return {
    groupsOf,

    /** Throws an Error if the pool has no such group; then nothing is changed. */
    setGroups: async (email: string, groups: readonly string[]) => {
      await prepare(groups);
      await change(email, groups);
    },

    /**
     * Cognito mails an invitation with a temporary password, unless one is given. Throws an Error if the pool has no such
     * group; then nobody is added.
     */
    add: async (email: string, groups: readonly string[], password?: string) => {
      await prepare(groups);
      const user = { UserPoolId, Username: email };
      const UserAttributes = [
        { Name: 'email', Value: email },
        { Name: 'email_verified', Value: 'true' },
      ];
      const message = password === undefined ? byMail : { MessageAction: 'SUPPRESS' as const };
      await client.send(new AdminCreateUserCommand({ ...user, UserAttributes, ...message }));
      if (password !== undefined) {
        const given = { ...user, Password: password, Permanent: true };
        await client.send(new AdminSetUserPasswordCommand(given));
      }
      await change(email, groups);
    },

    remove: async (email: string) => {
      await client.send(new AdminDeleteUserCommand({ UserPoolId, Username: email }));
    },

    list: async (): Promise<readonly PoolUser[]> => {
      const users: PoolUser[] = [];
      for await (const { Users = [] } of paginateListUsers({ client }, { UserPoolId })) {
        for (const { Username = '', Attributes = [], UserStatus = '' } of Users) {
          const email = Attributes.find(({ Name }) => Name === 'email')?.Value ?? Username;
          users.push({ email, status: UserStatus, groups: await groupsOf(Username) });
        }
      }
      return users;
    },
  };
}

async function groupsOfPool(client: CognitoIdentityProviderClient, UserPoolId: string): Promise<string[]> {
  const names: string[] = [];
  for await (const { Groups = [] } of paginateListGroups({ client }, { UserPoolId })) {
    names.push(...Groups.flatMap(({ GroupName }) => GroupName ?? []));
  }
  return names;
}

function unknownGroup(group: string, present: readonly string[]): string {
  const known = [...new Set([...openingGroups, ...present])].join(', ');
  return `The user pool has no group "${group}", so it would limit nothing. Give one of ${known}; or name it in managerLimits and deploy (in a user pool that existed before, create it there).`;
}
