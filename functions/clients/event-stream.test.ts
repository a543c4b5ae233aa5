import { expect, test } from 'vitest';
import { serve } from '../../test/serve.ts';
import { makeEventStream } from './event-stream.ts';

type Asked = { readonly operation: string; readonly parameters: Readonly<Record<string, unknown>> };

/** A stream that answers so. */
async function setUp(answer: (asked: Asked) => { readonly status?: number; readonly body: object }) {
  const all: Asked[] = [];
  const { endpoint } = await serve(async (request, response) => {
    const parameters = JSON.parse(Buffer.concat(await request.toArray()).toString()) as Asked['parameters'];
    const operation = String(request.headers['x-amz-target']).replace('Kinesis_20131202.', '');
    all.push({ operation, parameters });
    const { status = 200, body } = answer({ operation, parameters });
    response.writeHead(status).end(JSON.stringify(body));
  });
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  return { stream: makeEventStream({ region: 'eu-central-1', endpoint, credentials }, 'arn:stream'), all };
}
const from = '2026-03-04T10:00:00.000Z';
const refusal = (type: string) => ({ status: 400, body: { __type: type, message: 'no' } });

test('lists all shards, page by page', async () => {
  const { stream, all } = await setUp(({ parameters: { NextToken } }) => ({
    body: NextToken ? { Shards: [{ ShardId: 'b' }] } : { Shards: [{ ShardId: 'a' }], NextToken: 'more' },
  }));
  expect(await stream.shards()).toEqual(['a', 'b']);
  expect(all.map(({ parameters }) => parameters)).toEqual([
    { StreamARN: 'arn:stream' },
    { NextToken: 'more' },
  ]);
});

test('begins after a record, or at a time, and at the time where the record is of another stream', async () => {
  const { stream, all } = await setUp(({ parameters }) =>
    parameters.StartingSequenceNumber === 'other'
      ? refusal('com.amazonaws.kinesis#InvalidArgumentException')
      : { body: { ShardIterator: String(parameters.ShardIteratorType) } },
  );
  expect(
    await stream.begin('one', { after: '49590338271490256608559692538361571095921575989136588898', from }),
  ).toBe('AFTER_SEQUENCE_NUMBER');
  expect(await stream.begin('one', { from })).toBe('AT_TIMESTAMP');
  expect(await stream.begin('one', { after: 'other', from })).toBe('AT_TIMESTAMP');
  expect(all.at(-1)?.parameters.Timestamp).toBe(Date.parse(from) / 1000);
});

test('reads records, what is no JSON too, and says where a shard ends and an iterator is forgotten', async () => {
  const data = (text: string) => Buffer.from(text).toString('base64');
  const records = [
    { SequenceNumber: '1', Data: data('{"a":"José"}') },
    { SequenceNumber: '2', Data: data('no') },
  ];
  const pages: Readonly<Record<string, ReturnType<Parameters<typeof setUp>[0]>>> = {
    first: { body: { Records: records, NextShardIterator: 'next', MillisBehindLatest: 5 } },
    last: { body: { Records: [], NextShardIterator: null, MillisBehindLatest: 0 } },
    old: refusal('ExpiredIteratorException'),
  };
  const { stream } = await setUp(
    ({ parameters }) =>
      pages[String(parameters.ShardIterator)] ?? refusal('ProvisionedThroughputExceededException'),
  );
  expect(await stream.read('first')).toEqual({
    records: [
      { sequenceNumber: '1', raw: { a: 'José' } },
      { sequenceNumber: '2', raw: undefined },
    ],
    next: 'next',
    isNewest: false,
  });
  expect(await stream.read('last')).toEqual({ records: [], next: undefined, isNewest: true });
  expect(await stream.read('old')).toBeUndefined();
  await expect(stream.read('busy')).rejects.toThrow('kinesis answered 400');
});
