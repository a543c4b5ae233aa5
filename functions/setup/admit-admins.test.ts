import { expect, test } from 'vitest';
import { serve } from '../../test/serve.ts';
import { admitAdmins } from './admit-admins.ts';

/** Cognito with a user pool that has these clients. */
async function cognito(names: readonly string[]) {
  const asked: Record<string, unknown> = {};
  const { endpoint } = await serve(async (request, response) => {
    const target = String(request.headers['x-amz-target']).split('.')[1] ?? '';
    asked[target] = JSON.parse(Buffer.concat(await request.toArray()).toString());
    response.end(
      JSON.stringify({
        UserPoolClients: names.map((name) => ({ ClientName: name, ClientId: `id-${name}` })),
      }),
    );
  });
  const credentials = { accessKeyId: 'AKIA', secretAccessKey: 'x' };
  const pools = { userPoolId: 'eu-central-1_A', identityPoolId: 'eu-central-1:b' };
  const run = () => admitAdmins({ region: 'eu-central-1', endpoint, credentials }, pools, { info: () => {} });
  return { asked, run };
}

test('who signs in gets the role of their group, and nobody else any', async () => {
  const { asked, run } = await cognito(['managers-pages', 'AmazonOpenSearchService-quality']);
  await run();
  expect(asked.SetIdentityPoolRoles).toEqual({
    IdentityPoolId: 'eu-central-1:b',
    Roles: {},
    RoleMappings: {
      'cognito-idp.eu-central-1.amazonaws.com/eu-central-1_A:id-AmazonOpenSearchService-quality': {
        Type: 'Token',
        AmbiguousRoleResolution: 'Deny',
      },
    },
  });
});

test('without OpenSearch’s client nobody gets anything', async () => {
  const { asked, run } = await cognito(['managers-pages']);
  await run();
  expect(asked.SetIdentityPoolRoles).toBeUndefined();
});
