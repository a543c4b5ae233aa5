import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { serve } from '../../test/serve.ts';
import { agentProfiles } from './agent-profiles.ts';

const request = z.object({ Username: z.string() });

/** A pool with these users, by their status. */
async function cognito(users: Readonly<Record<string, string>>) {
  const deleted: string[] = [];
  const { endpoint } = await serve(async (incoming, response) => {
    const { Username } = request.parse(JSON.parse(await text(incoming)));
    const status = users[Username];
    if (String(incoming.headers['x-amz-target']).endsWith('.AdminDeleteUser')) deleted.push(Username);
    const answer = status ? { Username, UserStatus: status } : { __type: 'UserNotFoundException' };
    response.writeHead(status ? 200 : 400, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(JSON.stringify(answer));
  });
  const credentials = { accessKeyId: 'AKIA', secretAccessKey: 'x' };
  const profiles = agentProfiles({ endpoint, region: 'eu-central-1', credentials }, 'eu-central-1_a');
  return { profiles, deleted };
}

test('takes out an agent whom an admin made, and one who came from the identity provider', async () => {
  const { profiles, deleted } = await cognito({ 'ana.silva': 'CONFIRMED', agents_ana: 'EXTERNAL_PROVIDER' });
  expect(await profiles.count('ana')).toBe(1);
  expect(deleted).toEqual([]);
  expect(await profiles.remove('ana')).toBe(1);
  expect(await profiles.remove('ana.silva')).toBe(1);
  expect(deleted).toEqual(['agents_ana', 'ana.silva']);
});

test('the identity provider is called so in the deployment', async () => {
  const service = await readFile(new URL('../../serverless.yml', import.meta.url), 'utf8');
  expect(service).toContain('\n  agentIdentityProvider: agents\n');
});

test('leaves everybody else, also whose own name begins like the provider’s', async () => {
  const { profiles, deleted } = await cognito({ agents_ana: 'CONFIRMED' });
  expect(await profiles.remove('ana')).toBe(0);
  expect(await profiles.remove('joanna')).toBe(0);
  expect(deleted).toEqual([]);
});
