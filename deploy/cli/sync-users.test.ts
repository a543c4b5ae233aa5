import { expect, test } from 'vitest';
import { serve } from '../../test/serve.ts';
import { syncUsers } from './sync-users.ts';

/** A deployment whose function answers so. */
async function deployment(answer: object, fault?: string) {
  const { endpoint } = await serve((_, response) => {
    response.writeHead(200, fault ? { 'x-amz-function-error': fault } : {});
    response.end(JSON.stringify(answer));
  });
  return { endpoint, region: 'eu-west-2', credentials: { accessKeyId: 'AKIA', secretAccessKey: 'x' } };
}
const outputs = { UsersFunction: 'users' };

test('says how many users there are', async () => {
  const said = await syncUsers(await deployment({ users: 40, changed: 3 }), outputs);
  expect(said).toBe('✔ users of Amazon Connect: 40 known, 3 of them new or changed');
});

test('a deployment stands whose users cannot be had now', async () => {
  const refused = { errorType: 'Error', errorMessage: 'Amazon Connect does not answer' };
  const said = await syncUsers(await deployment(refused, 'Unhandled'), outputs);
  expect(said).toMatch(/not synced, .* 15 minutes.* Amazon Connect does not answer/);
});
