import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import { expect, onTestFinished, vi } from 'vitest';
import { bucketFields } from '../../model/documents/api-metric.ts';
import { datedKinds } from '../../model/documents/kinds.ts';
import { noFeedState } from '../../model/wfm/feed-state.ts';
import type { AwsRequest } from './aws-request.ts';
import { asked, context } from './events.ts';
import { type Answer, bulkAnswer, instanceId, type RecordingAws } from './recording-aws.ts';
import { bucketOf } from './use-ingest.ts';

export async function useQuery(): Promise<void> {
  const { handler } = await import('../../functions/query/query.ts');
  const range = 'from=2026-03-04T00:00:00.000Z&to=2026-03-05T00:00:00.000Z';
  for (const path of ['view', 'calls', 'filters', 'findings']) {
    const reply = await handler(asked(path, path === 'view' ? '' : range, '[managers]'));
    expect([path, reply.statusCode]).toEqual([path, 200]);
  }
}

export async function useHealth({ answer }: RecordingAws): Promise<void> {
  const { handler } = await import('../../functions/health/health.ts');
  const fs = { total_in_bytes: 2, available_in_bytes: 1 };
  answer((request) => {
    if (request.path === '/_cluster/stats') {
      return { body: { status: 'green', nodes: { count: { total: 1 }, fs } } };
    }
    if (request.path.startsWith('/_cat/')) return { body: [] };
    return bucketOf([{ reason: 'unreadable' }])(request);
  });
  const reply = await handler(asked('health', '', '[admins]'));
  // What could not be looked at is null.
  expect(Object.values(JSON.parse(reply.body) as object)).not.toContain(null);
  expect(reply.statusCode).toBe(200);
}

export async function useOpenApi(): Promise<void> {
  const { handler } = await import('../../functions/openapi/openapi.ts');
  expect((await handler(asked('', '', ''))).statusCode).toBe(200);
}

/** Somebody is looked for, and erased. The function waits for the others in between; nobody does here. */
export async function useErase({ answer }: RecordingAws): Promise<void> {
  vi.doMock('node:timers/promises', () => ({ setTimeout: async () => {} }));
  onTestFinished(() => {
    vi.doUnmock('node:timers/promises');
  });
  const { handler } = await import('../../functions/erase/erase.ts');
  const bucket = bucketOf([{ body: { agent: 'ana.silva' } }]);
  const naming = { hits: { hits: [{ _source: { contactId: '9b5f0c1e-4d2a' }, sort: [''] }] } };
  const known = { ana: { userName: 'ana.silva', name: 'Available', eventId: 'e' } };
  const feed = { ...noFeedState(new Date()), agents: known };
  answer((request) => {
    if (request.path.endsWith('/_search') && request.body.includes('calls.agent')) return { body: naming };
    if (request.path.startsWith('/FeedStateBucket/')) return { body: request.method === 'GET' ? feed : '' };
    return bucket(request);
  });
  for (const erase of [false, true]) {
    const found = await handler({ subject: { agent: 'ana.silva' }, erase });
    expect(found).toMatchObject({ failedRecords: 1 });
  }
  const contact = '9b5f0c1e-4d2a-4f57-9a3c-1f0e2d3c4b5a';
  expect(await handler({ subject: { contact }, erase: true })).toMatchObject({ failedRecords: 0 });
}

/** The first deployment, and one that finds what that made. */
export async function useSetup({ answer, endpoint }: RecordingAws): Promise<void> {
  const { handler } = await import('../../functions/setup/search.ts');
  const outcomes: string[] = [];
  for (const isThere of [false, true]) {
    answer((request) => {
      if (request.path !== '/outcome') return answerToSetup(request, isThere);
      outcomes.push(request.body);
      return undefined;
    });
    await handler(setupEvent(isThere ? 'Update' : 'Create', `${endpoint}/outcome`), context);
  }
  expect(outcomes).toEqual(outcomes.map(() => expect.stringContaining('SUCCESS')));
  expect(outcomes).toHaveLength(2);
}

function answerToSetup({ method, operation, path }: AwsRequest, isThere: boolean): Answer | undefined {
  if (method === 'HEAD') return { status: isThere ? 200 : 404, body: '' };
  if (path.startsWith('/_cat/')) return { body: [] };
  if (path.endsWith('/_import')) return { body: { success: true } };
  if (operation !== 'ListUserPoolClients') return undefined;
  return { body: { UserPoolClients: [{ ClientId: '1', ClientName: 'AmazonOpenSearchService-softphone' }] } };
}

function setupEvent(RequestType: 'Create' | 'Update', ResponseURL: string) {
  const ResourceProperties = {
    OwnDomain: 'true',
    Writers: ['arn:w'],
    Readers: ['arn:r'],
    Keepers: ['arn:k'],
    Admins: ['arn:a'],
    UserPoolId: 'UserPool',
    IdentityPoolId: 'pool',
  };
  return { RequestType, ResponseURL, ResourceProperties } as unknown as CloudFormationCustomResourceEvent;
}

export async function useSelfTest({ answer }: RecordingAws): Promise<void> {
  const { handler } = await import('../../functions/setup/self-test.ts');
  answer(({ path }) => (path.endsWith('/_count') ? { body: { count: 1 } } : undefined));
  for (const step of ['begin', 'find', 'end']) {
    expect(await handler({ step, agent: 'self-test-0123456789' })).toHaveProperty('count');
  }
  await expect(handler({ step: 'find', agent: 'ana.silva' })).rejects.toThrow(/wrong at \$\.agent\./);
}

export async function useRetention({ answer }: RecordingAws): Promise<void> {
  const { handler } = await import('../../functions/setup/retention.ts');
  const indices = Object.fromEntries(datedKinds.map((kind) => [`${kind}-2001.01.01`, {}]));
  answer(({ method }) => (method === 'GET' ? { body: indices } : undefined));
  await handler();
}

/** Somebody's half hour is new. */
export async function useRollUp({ answer }: RecordingAws): Promise<void> {
  const { handler } = await import('../../functions/roll-up/roll-up.ts');
  const index = 'softphone-api-metrics-2026.03.04';
  const state = { indices: { [index]: { seen: 7 } } };
  const written: string[] = [];
  answer(({ path, body }) => {
    if (path === '/_mget' && body.includes('softphone-roll-ups')) {
      return { body: { docs: [{ found: true, _seq_no: 1, _primary_term: 1, _source: state }] } };
    }
    if (path.endsWith('/_search') && body.includes('"halfHours"')) {
      return { body: { aggregations: { halfHours: { buckets: [{ key: halfHour, doc_count: 1 }] } } } };
    }
    if (path.endsWith('/_search') && body.includes('"composite"')) {
      return { body: { aggregations: { groups: { buckets: [halfHourGroup] } } } };
    }
    if (path !== '/_bulk') return undefined;
    written.push(body);
    return bulkAnswer(body, { status: 201, _seq_no: 1, _primary_term: 1 });
  });
  await handler();
  expect(written).toHaveLength(3);
  expect(written[1]).toContain('"kind":"half-hour"');
}

const halfHour = Date.parse('2026-03-04T10:00:00.000Z');
const halfHourGroup = {
  key: { startedAt: halfHour, agent: 'ana.silva', operation: 'acceptContact', longPoll: false, instanceId },
  ...Object.fromEntries(
    ['count', 'errors', 'faults', 'millis', 'longest', 'first', 'received', ...bucketFields].map((name) => [
      name,
      { value: 1 },
    ]),
  ),
};

export async function useWatch({ answer }: RecordingAws): Promise<void> {
  const { handler } = await import('../../functions/watch/watch.ts');
  answer(({ path }) =>
    path === `/routing-profiles-summary/${instanceId}`
      ? { body: { RoutingProfileSummaryList: [{ Id: 'profile', Name: 'Care' }] } }
      : undefined,
  );
  await handler();
}

/** A user who is new is written. */
export async function useUsers({ answer }: RecordingAws): Promise<void> {
  const { handler } = await import('../../functions/collect/users.ts');
  const user = { Id: 'id', Arn: 'arn', Username: 'ana.silva' };
  answer(({ path }) => (path === '/search-users' ? { body: { Users: [user] } } : undefined));
  expect(JSON.stringify(await handler({}))).toContain('1');
}

/** Somebody makes a day's files. */
export async function useWfmFiles(): Promise<void> {
  const { handler } = await import('../../functions/deliver/wfm-files.ts');
  const day = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  expect(await handler({ day })).toHaveProperty('next');
}
