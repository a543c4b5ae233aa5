import { expect, test } from 'vitest';
import { usersArguments } from './users-arguments.ts';

const email = 'lee@example.com';

test('reads what to do with whom', () => {
  expect(
    usersArguments(['groups', email, '--group', 'managers', '--group=lisbon', '--stage', 'prod']),
  ).toEqual({
    stage: 'prod',
    region: undefined,
    verb: 'groups',
    email,
    groups: ['managers', 'lisbon'],
    password: undefined,
    yes: false,
  });
  expect(usersArguments(['list'])).toMatchObject({ verb: 'list', email: '', stage: 'dev' });
  expect(usersArguments(['resend', email, '--region', 'eu-west-2'])).toMatchObject({
    verb: 'resend',
    region: 'eu-west-2',
  });
  expect(usersArguments([])).toBeUndefined();
  expect(usersArguments(['add', '--help'])).toBeUndefined();
});

test.each([
  [['ad', email], 'is it add?'],
  [['invite', email], 'take one of add, groups'],
  [['--stage', 'prod'], 'what to do'],
  [['add', 'lee'], 'whose'],
  [['remove', email, 'ana@example.com'], 'One user at a time'],
  [['list', email], 'list is of all users'],
  [['resend', email, '--group', 'managers'], '--group does not go with resend'],
  [['add', email, '--yes'], '--yes does not go with add'],
  [['groups', email], 'which groups'],
  [['add', email, '--password', 'x', '--stage', 'prod'], 'stage local'],
  [['list', '--stage', '../prod'], '--stage'],
])('refuses %j', (args, message) => {
  expect(() => usersArguments(args)).toThrow(message);
});
