import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  CreateGroupCommand,
  paginateListUsers,
} from '@aws-sdk/client-cognito-identity-provider';
import type { ClientConfig } from './client-config.ts';

export type PoolUser = {
  readonly email: string;
  readonly status: string;
  readonly groups: readonly string[];
};

/** The users of the managers' pages; `UserPoolId` is an output of the deployment. */
export function openUserPool(config: ClientConfig, UserPoolId: string) {
  const client = new CognitoIdentityProviderClient(config);
  const groupsOf = async (Username: string) => {
    const { Groups = [] } = await client.send(new AdminListGroupsForUserCommand({ UserPoolId, Username }));
    return Groups.flatMap(({ GroupName }) => GroupName ?? []);
  };
  const join = async (Username: string, GroupName: string) => {
    const request = { UserPoolId, Username, GroupName };
    try {
      await client.send(new AdminAddUserToGroupCommand(request));
    } catch (error) {
      // A pool that existed before need not have our groups.
      if (!(error instanceof Error) || !/[Gg]roup not found/.test(error.message)) throw error;
      await client.send(new CreateGroupCommand({ UserPoolId, GroupName }));
      await client.send(new AdminAddUserToGroupCommand(request));
    }
  };
  const setGroups = async (Username: string, groups: readonly string[]) => {
    const present = await groupsOf(Username);
    for (const GroupName of present.filter((its) => !groups.includes(its))) {
      await client.send(new AdminRemoveUserFromGroupCommand({ UserPoolId, Username, GroupName }));
    }
    for (const group of groups.filter((its) => !present.includes(its))) await join(Username, group);
  };
  return {
    setGroups,

    /** Cognito mails an invitation with a temporary password, unless one is given. */
    add: async (email: string, groups: readonly string[], password?: string) => {
      const user = { UserPoolId, Username: email };
      const UserAttributes = [
        { Name: 'email', Value: email },
        { Name: 'email_verified', Value: 'true' },
      ];
      const quiet = password === undefined ? {} : { MessageAction: 'SUPPRESS' as const };
      await client.send(new AdminCreateUserCommand({ ...user, UserAttributes, ...quiet }));
      if (password !== undefined) {
        const given = { ...user, Password: password, Permanent: true };
        await client.send(new AdminSetUserPasswordCommand(given));
      }
      await setGroups(email, groups);
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
