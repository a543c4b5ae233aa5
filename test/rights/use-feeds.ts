import { expect, onTestFinished, vi } from 'vitest';
import { noSinkState } from '../../functions/sink/sink-state.ts';
import { buildAgentEvent } from '../connect-builders.ts';
import { serve } from '../serve.ts';
import { asked } from './events.ts';
import type { Answer, RecordingAws } from './recording-aws.ts';

/** What the bucket of feeds' states holds: nothing before it was written. */
function bucketOfFeeds() {
  let kept: string | undefined;
  return ({ service, method, body }: { service: string | undefined; method: string; body: string }) => {
    if (service !== 's3') return undefined;
    if (method === 'PUT') {
      kept = body;
      return { body: '' } satisfies Answer;
    }
    return kept === undefined
      ? { status: 403, body: '<Error><Code>AccessDenied</Code></Error>' }
      : { body: kept };
  };
}

const stream: Readonly<Record<string, object>> = {
  ListShards: { Shards: [{ ShardId: 'one' }] },
  GetShardIterator: { ShardIterator: 'iterator' },
  GetRecords: {
    Records: [
      {
        SequenceNumber: '1',
        Data: Buffer.from(JSON.stringify(buildAgentEvent())).toString('base64'),
      },
    ],
    NextShardIterator: 'next',
    MillisBehindLatest: 0,
  },
};

/** A run of the feed reads the stream, finds no key for the receiver yet, and keeps where it is. Nobody waits here. */
export async function useRealTime({ answer }: RecordingAws): Promise<void> {
  vi.doMock('node:timers/promises', () => ({ setTimeout: async () => {} }));
  onTestFinished(() => {
    vi.doUnmock('node:timers/promises');
  });
  const bucket = bucketOfFeeds();
  const kept: string[] = [];
  answer((request) => {
    if (request.service === 'kinesis') return { body: stream[request.operation] };
    if (request.service === 'secretsmanager') return { body: { SecretString: 'none' } };
    if (request.service === 's3' && request.method === 'PUT') kept.push(request.body);
    return bucket(request);
  });
  const { handler } = await import('../../functions/feed/real-time.ts');
  await handler();
  expect(kept.at(-1)).toContain('"userName":"ana.silva"');
}

export async function useAgentStates({ answer }: RecordingAws): Promise<void> {
  const { handler } = await import('../../functions/feed/agent-states.ts');
  const bucket = bucketOfFeeds();
  answer((request) =>
    request.service === 'secretsmanager' ? { body: { SecretString: 'the key' } } : bucket(request),
  );
  const request = asked('', '', '');
  expect((await handler(request)).statusCode).toBe(403);
  const withKey = { ...request, headers: { ...request.headers, 'x-api-key': 'the key' } };
  expect((await handler(withKey)).statusCode).toBe(503);
}

/** A document that the partner refuses is set aside. */
export async function useSink({ answer }: RecordingAws): Promise<void> {
  const { endpoint } = await serve((_, response) => response.writeHead(422).end());
  const documents = { 'softphone-calls': ['contactId'], 'connect-contacts': ['contactId'] };
  vi.stubEnv('STAGE', 'local');
  vi.stubEnv('SINK', JSON.stringify({ url: endpoint, documents }));
  vi.stubEnv('PARTNER_KEY_SECRET_ARN', 'SinkKey');
  const index = 'softphone-calls-2026.03.04';
  const state = { ...noSinkState, indices: { [index]: { kind: 'softphone-calls', sent: -1, seen: 0 } } };
  const hits = [{ _index: index, _id: 'call', _source: { contactId: 'c' }, sort: [0] }];
  let setAside = '';
  answer(({ service, method, path, body }) => {
    if (service === 'secretsmanager') return { body: { SecretString: 'the key' } };
    if (path.startsWith('/FeedStateBucket/')) return { body: method === 'GET' ? state : '' };
    if (path.startsWith('/FailedRecordsBucket/')) setAside = body;
    if (path.endsWith('/_search')) return { body: { hits: { hits: body.includes('sort') ? hits : [] } } };
    return undefined;
  });
  const { handler } = await import('../../functions/sink/sink.ts');
  await handler();
  expect(setAside).toContain('refusedByPartner');
}
