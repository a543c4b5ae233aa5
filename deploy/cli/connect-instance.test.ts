import { expect, test } from 'vitest';
import { serve } from '../../test/serve.ts';
import { approvedOrigins, findInstance } from './connect-instance.ts';

const id = '0b1c2d3e-0000-4000-8000-000000000000';
const ccpUrl = 'https://example.my.connect.aws/ccp-v2';

/** Amazon Connect's API, which answers so. */
async function connect(status: number, answers: Readonly<Record<string, object>>) {
  const { endpoint } = await serve((request, response) => {
    const body = answers[new URL(request.url ?? '/', 'http://localhost').pathname];
    response.writeHead(body ? status : 404, {
      'content-type': 'application/json',
      'x-amzn-errortype': status === 403 ? 'AccessDeniedException' : 'ResourceNotFoundException',
    });
    response.end(JSON.stringify(body ?? { Message: 'no such instance' }));
  });
  return { endpoint, region: 'eu-central-1', credentials: { accessKeyId: 'AKIA', secretAccessKey: 'x' } };
}

test('finds the instance by the first label of its softphone’s address', async () => {
  const InstanceSummaryList = [
    { Id: 'other', InstanceAlias: 'else' },
    { Id: id, InstanceAlias: 'Example' },
  ];
  const config = await connect(200, { '/instance': { InstanceSummaryList } });
  expect(await findInstance(config, ccpUrl)).toBe(id);
  expect(await findInstance(config, 'https://nobody.my.connect.aws/ccp-v2')).toBeUndefined();
});

test('gives the origins that may embed the softphone', async () => {
  const Origins = ['https://a.cloudfront.net'];
  const config = await connect(200, { [`/instance/${id}/approved-origins`]: { Origins } });
  expect(await approvedOrigins(config, id)).toEqual(Origins);
  await expect(approvedOrigins(config, 'another')).rejects.toThrow('no instance another in this region');
});

test('goes on where it may not ask', async () => {
  const refusal = { Message: 'no' };
  const paths = { '/instance': refusal, [`/instance/${id}/approved-origins`]: refusal };
  const config = await connect(403, paths);
  expect(await findInstance(config, ccpUrl)).toBeUndefined();
  expect(await approvedOrigins(config, id)).toBeUndefined();
});
