import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import { afterEach, expect, test, vi } from 'vitest';
import { serve } from '../../test/serve.ts';
import { handler } from './search.ts';

afterEach(() => vi.unstubAllEnvs());

/** CloudFormation's end: what was put at the response's URL. */
async function cloudFormation() {
  const answers: { headers: object; body: Record<string, unknown> }[] = [];
  const { endpoint } = await serve(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    answers.push({ headers: request.headers, body: JSON.parse(body) });
    response.end();
  });
  const event = (RequestType: 'Create' | 'Delete', given: object = {}) =>
    ({
      RequestType,
      ResponseURL: `${endpoint}/answer?signature=x`,
      StackId: 'stack',
      RequestId: 'request',
      LogicalResourceId: 'SearchSetup',
      ResourceType: 'Custom::SearchSetup',
      ServiceToken: 'arn',
      ResourceProperties: { ServiceToken: 'arn', Writers: ['arn:writer'], ...given },
    }) as CloudFormationCustomResourceEvent;
  return { answers, event };
}
const noTime = { getRemainingTimeInMillis: () => 0 };

test('deleting the stack leaves the data alone, whatever the settings', async () => {
  const { answers, event } = await cloudFormation();
  await handler(event('Delete'), noTime);
  expect(answers[0]?.body).toMatchObject({
    Status: 'SUCCESS',
    StackId: 'stack',
    RequestId: 'request',
    LogicalResourceId: 'SearchSetup',
  });
});

test('CloudFormation learns at once what is wrong, instead of waiting an hour', async () => {
  const { answers, event } = await cloudFormation();
  await handler(event('Create'), noTime);
  expect(answers[0]?.body).toMatchObject({
    Status: 'FAILED',
    Reason: expect.stringContaining('INSTANCE_ID'),
  });
  vi.stubEnv('INSTANCE_ID', 'i');
  vi.stubEnv('OPENSEARCH_ENDPOINT', 'http://127.0.0.1:1');
  vi.stubEnv('LOG_LEVEL', 'ERROR');
  await handler(event('Create'), noTime);
  expect(answers[1]?.body).toMatchObject({
    Status: 'FAILED',
    Reason: expect.stringContaining('ECONNREFUSED'),
  });
  expect(answers[1]?.body.PhysicalResourceId).toBe(answers[0]?.body.PhysicalResourceId);
});

test('a domain of ours that does not let its master give rights is no success', async () => {
  const { answers, event } = await cloudFormation();
  const { endpoint } = await serve((_, response) => {
    response.writeHead(403, { 'content-type': 'application/json' });
    response.end('{}');
  });
  vi.stubEnv('INSTANCE_ID', 'i');
  vi.stubEnv('OPENSEARCH_ENDPOINT', endpoint);
  vi.stubEnv('LOG_LEVEL', 'ERROR');
  await handler(event('Create', { OwnDomain: 'true' }), noTime);
  expect(answers[0]?.body).toMatchObject({
    Status: 'FAILED',
    Reason: expect.stringContaining('does not let its master give rights'),
  });
});
