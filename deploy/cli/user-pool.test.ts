import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { serve } from '../../test/serve.ts';
import { openUserPool } from './user-pool.ts';

const request = z.object({
  GroupName: z.string().optional(),
  DesiredDeliveryMediums: z.array(z.string()).optional(),
});

/** A pool with these groups and one user; `asked` is what was changed in it. */
async function cognito(ofPool: readonly string[], ofUser: readonly string[]) {
  const asked: string[] = [];
  const list = (names: readonly string[]) => ({ Groups: names.map((GroupName) => ({ GroupName })) });
  const { endpoint } = await serve(async (incoming, response) => {
    const action = String(incoming.headers['x-amz-target']).replace(/^.*\./, '');
    const its = request.parse(JSON.parse(await text(incoming)));
    const lists: Record<string, object> = {
      ListGroups: list(ofPool),
      AdminListGroupsForUser: list(ofUser),
    };
    const details = [its.GroupName, its.DesiredDeliveryMediums].flat();
    if (!lists[action]) asked.push([action, ...details.filter((detail) => detail)].join(' '));
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(JSON.stringify(lists[action] ?? {}));
  });
  const credentials = { accessKeyId: 'AKIA', secretAccessKey: 'x' };
  const pool = openUserPool({ endpoint, region: 'eu-central-1', credentials }, 'eu-central-1_a');
  return { pool, asked };
}

const email = 'lee@example.com';

test('a mistyped group is refused before anything is changed', async () => {
  const { pool, asked } = await cognito(['managers', 'admins', 'lisbon-leads'], []);
  const wanted = ['managers', 'lisbon-leeds'];
  await expect(pool.add(email, wanted)).rejects.toThrow('no group "lisbon-leeds"');
  await expect(pool.setGroups(email, wanted)).rejects.toThrow('managers, admins, lisbon-leads');
  expect(asked).toEqual([]);
});

test('a new user is limited before they are a manager', async () => {
  const { pool, asked } = await cognito(['managers', 'lisbon-leads'], []);
  await pool.add(email, ['managers', 'lisbon-leads']);
  expect(asked).toEqual([
    // Without that Cognito sends an SMS, for which it knows no number.
    'AdminCreateUser EMAIL',
    'AdminAddUserToGroup lisbon-leads',
    'AdminAddUserToGroup managers',
  ]);
});

test('a pool from before is given the groups that let people see', async () => {
  const { pool, asked } = await cognito(['staff'], ['staff']);
  await pool.setGroups(email, ['admins']);
  expect(asked).toEqual([
    'CreateGroup admins',
    'AdminRemoveUserFromGroup staff',
    'AdminAddUserToGroup admins',
  ]);
});
