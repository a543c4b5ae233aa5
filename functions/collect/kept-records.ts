import * as z from 'zod';
import type { KeptMessage } from '../ingest/kept-message.ts';

/** A record as it may be kept: cleaned, and when it came. */
export type KeptRecord = {
  readonly record: Readonly<Record<string, unknown>>;
  readonly receivedAt: Date;
};

/** Records of one source in the queue, or one of them in the bucket of failed records, beside the pages' messages. */
const keptRecords = z.object({
  records: z.array(
    z.object({
      record: z.record(z.string(), z.unknown()),
      receivedAt: z.iso.datetime().transform((its) => new Date(its)),
    }),
  ),
});

/** Of a queue's message; four fit into the largest. */
const mostBytes = 200_000;

/** The messages in which records are kept until they can be stored. */
export function keepRecords(route: string, records: readonly KeptRecord[]): KeptMessage[] {
  const pieces: KeptRecord[][] = [];
  let left = 0;
  for (const one of records) {
    const bytes = Buffer.byteLength(JSON.stringify(one));
    if (bytes > left) {
      pieces.push([]);
      left = mostBytes;
    }
    pieces.at(-1)?.push(one);
    left -= bytes;
  }
  return pieces.map((some) => ({
    route,
    message: {
      records: some.map(({ record, receivedAt }) => ({ record, receivedAt: receivedAt.toISOString() })),
    },
    context: { receivedAt: some[0]?.receivedAt.toISOString() ?? '' },
  }));
}

/** Reads what `keepRecords` gave; undefined when that is not it. */
export function readKeptRecords({ message }: KeptMessage): readonly KeptRecord[] | undefined {
  return keptRecords.safeParse(message).data?.records;
}
