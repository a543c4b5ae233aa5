import { expect, test } from 'vitest';
import { checkAgent } from './check-agent.ts';

const check = (claims: Record<string, unknown>, agent: string, agentIdentityProvider?: string) => () =>
  checkAgent({ claims }, agent, { agentAuth: 'cognito', agentIdentityProvider });
const of = (username: string) => ({ token_use: 'access', username });

test.each([
  ['a user of the pool', 'ana.silva', undefined],
  ['one whose name has capitals', 'Ana.Silva', undefined],
  ['a federated user', 'agents_Ana.Silva', 'agents'],
  ['a federated user of a provider with capitals', 'Agents_ana.silva', 'AGENTS'],
])('takes the message of %s', (_, username, provider) => {
  expect(check(of(username), 'ana.silva', provider)).not.toThrow();
});

test('takes the message of a federated user whose own name has an underscore', () => {
  expect(check(of('agents_ana_silva'), 'ana_silva', 'agents')).not.toThrow();
});

test.each([
  ['another user', of('rui.martins'), undefined],
  ['another federated user', of('agents_rui.martins'), 'agents'],
  ['a user of the pool who is not the provider’s', of('ana.silva'), 'agents'],
  ['another provider’s user', of('others_ana.silva'), 'agents'],
  ['a federated user where there is no provider', of('agents_ana.silva'), undefined],
])('refuses %s', (_, claims, provider) => {
  expect(check(claims, 'ana.silva', provider)).toThrow(expect.objectContaining({ kind: 'forgedAgent' }));
});

test.each([
  ['no token', {}],
  ['an ID token', { token_use: 'id', 'cognito:username': 'ana.silva', username: 'ana.silva' }],
  ['a token of no user', { token_use: 'access' }],
])('refuses %s', (_, claims) => {
  expect(check(claims, 'ana.silva')).toThrow(expect.objectContaining({ kind: 'forgedAgent' }));
});

test('asks nothing where agents do not sign in', () => {
  expect(() =>
    checkAgent({ claims: {} }, 'ana.silva', { agentAuth: 'none', agentIdentityProvider: undefined }),
  ).not.toThrow();
});
