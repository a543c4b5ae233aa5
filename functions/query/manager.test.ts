import { expect, test } from 'vitest';
import { requireAdmin, requireManager } from './manager.ts';

test.each([
  ['as the gateway writes a list', '[managers]'],
  ['as the gateway writes two', '[agents admins]'],
  ['as one text', 'managers'],
  ['as JSON', ['admins']],
])('lets a manager through whose groups come %s', (_, groups) => {
  expect(() => requireManager({ token_use: 'access', 'cognito:groups': groups })).not.toThrow();
});

test.each([
  ['no groups', {}],
  ['another group', { 'cognito:groups': '[agents]' }],
  ['a group that only looks alike', { 'cognito:groups': '[managers-of-others]' }],
  ['a group whose name holds ours after a comma', { 'cognito:groups': '[agents,managers]' }],
  ['a token that is not the access token', { token_use: 'id', 'cognito:groups': '[managers]' }],
  ['a claim that a user can write', { 'custom:groups': 'managers', 'cognito:groups': '' }],
])('refuses %s', (_, claims) => {
  expect(() => requireManager({ token_use: 'access', ...claims })).toThrow('Ask an admin');
});

test('lets an admin through where only admins may go, and no manager', () => {
  expect(() => requireAdmin({ token_use: 'access', 'cognito:groups': '[managers admins]' })).not.toThrow();
  expect(() => requireAdmin({ token_use: 'access', 'cognito:groups': '[managers]' })).toThrow(
    'This is for admins',
  );
  expect(() => requireAdmin({ token_use: 'id', 'cognito:groups': '[admins]' })).toThrow('This is for admins');
});
