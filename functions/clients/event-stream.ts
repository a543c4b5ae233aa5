import * as z from 'zod';
import type { Config } from '../config.ts';
import { AwsRefusal, sendSigned } from './signed-request.ts';

/** Where reading begins: after a record, or at a time. */
export type StreamStart = { readonly after?: string | undefined; readonly from: string };

export type StreamRecord = { readonly sequenceNumber: string; readonly raw: unknown };
export type StreamPage = {
  readonly records: readonly StreamRecord[];
  /** Where to read on; absent at the end of a shard that takes nothing any more. */
  readonly next?: string | undefined;
  /** Whether there was nothing after these. */
  readonly isNewest: boolean;
};

/** A Kinesis stream that is read from shard to shard. All throw Error when it cannot be reached, or refuses. */
export type EventStream = {
  /** The ids of its shards, those too that take nothing any more but still hold something. */
  readonly shards: () => Promise<readonly string[]>;
  readonly begin: (shard: string, start: StreamStart) => Promise<string>;
  /** What comes next, at most a page. Undefined where that place is forgotten, after five minutes: begin anew. */
  readonly read: (iterator: string) => Promise<StreamPage | undefined>;
};

/**
 * Of the 2 MiB a second that a shard gives to all its readers together, a page of agents' events is some 1.5 (Amazon
 * Kinesis Data Streams Developer Guide, "Quotas and limits").
 */
const mostRecords = 500;

const shardList = z.object({
  Shards: z.array(z.object({ ShardId: z.string() })),
  NextToken: z.string().nullish(),
});
const shardIterator = z.object({ ShardIterator: z.string() });
const page = z.object({
  Records: z.array(z.object({ SequenceNumber: z.string(), Data: z.string() })),
  NextShardIterator: z.string().nullish(),
  MillisBehindLatest: z.number(),
});

/** A stream by three calls of Amazon Kinesis's JSON protocol (API Reference): its SDK client wants HTTP/2, and is large. */
export function makeEventStream(aws: Config['aws'], StreamARN: string): EventStream {
  const ask = (operation: string, parameters: object) =>
    sendSigned(aws, {
      service: 'kinesis',
      method: 'POST',
      url: new URL('/', aws.endpoint ?? `https://kinesis.${aws.region}.amazonaws.com`),
      body: JSON.stringify(parameters),
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `Kinesis_20131202.${operation}`,
      },
    });
  return {
    shards: async () => {
      const ids: string[] = [];
      // The token alone says of which stream it is.
      for (let more: object | undefined = { StreamARN }; more; ) {
        const { Shards, NextToken } = shardList.parse(JSON.parse(await ask('ListShards', more)));
        ids.push(...Shards.map(({ ShardId }) => ShardId));
        more = NextToken ? { NextToken } : undefined;
      }
      return ids;
    },
    begin: async (ShardId, { after, from }) => {
      const atTime = { ShardIteratorType: 'AT_TIMESTAMP', Timestamp: Date.parse(from) / 1000 };
      const afterRecord = { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', StartingSequenceNumber: after };
      const begin = async (start: object) =>
        shardIterator.parse(JSON.parse(await ask('GetShardIterator', { StreamARN, ShardId, ...start })))
          .ShardIterator;
      try {
        return await begin(after === undefined ? atTime : afterRecord);
      } catch (error) {
        // Of another stream, which had the same name.
        if (after !== undefined && isRefusal(error, 'InvalidArgumentException')) return begin(atTime);
        throw error;
      }
    },
    read: async (ShardIterator) => {
      try {
        return pageOf(
          page.parse(JSON.parse(await ask('GetRecords', { StreamARN, ShardIterator, Limit: mostRecords }))),
        );
      } catch (error) {
        if (isRefusal(error, 'ExpiredIteratorException')) return undefined;
        throw error;
      }
    },
  };
}

function isRefusal(error: unknown, type: string): boolean {
  return error instanceof AwsRefusal && error.type === type;
}

function pageOf({ Records, NextShardIterator, MillisBehindLatest }: z.infer<typeof page>): StreamPage {
  return {
    records: Records.map(({ SequenceNumber, Data }) => ({
      sequenceNumber: SequenceNumber,
      raw: parse(Data),
    })),
    next: NextShardIterator ?? undefined,
    isNewest: MillisBehindLatest === 0,
  };
}

/** Undefined where it is no JSON. */
function parse(data: string): unknown {
  try {
    return JSON.parse(Buffer.from(data, 'base64').toString());
  } catch {
    return undefined;
  }
}
