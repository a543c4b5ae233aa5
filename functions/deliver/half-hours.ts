import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { AgentStretch } from '../../model/wfm/agent-figures.ts';
import { hourOf } from '../../model/wfm/hour.ts';
import type { Stretch } from '../../model/wfm/interval.ts';
import type { DeliveryBucket } from '../clients/delivery-bucket.ts';

export type HalfHoursBucket = Pick<DeliveryBucket, 'read' | 'replace' | 'list' | 'write'>;

/** What a report says of one hour. */
const halfHours = z.object({
  /** When the report was written: the newest holds. */
  writtenAt: z.iso.datetime(),
  halfHours: z.array(
    z.object({
      agent: z.string(),
      from: z.number(),
      onlineSeconds: z.number(),
      nonProductiveSeconds: z.number(),
      idleSeconds: z.number(),
    }),
  ),
});

/**
 * Keeps what a report says by the hours that it is about, so that an hour's file can be made of it whenever that hour is
 * made. Repeated, it is the same.
 *
 * @returns the beginnings of those hours, in epoch milliseconds
 */
export async function keepHalfHours(
  reportKey: string,
  writtenAt: Date,
  reported: readonly AgentStretch[],
  zone: string,
  bucket: Pick<HalfHoursBucket, 'write'>,
): Promise<readonly number[]> {
  const hours = [...new Set(reported.map((its) => hourOf(its.from, zone).from))];
  const name = createHash('sha256').update(reportKey).digest('hex').slice(0, 32);
  await Promise.all(
    hours.map((hour) => {
      const its = reported.filter(({ from }) => hourOf(from, zone).from === hour);
      const kept = { writtenAt: writtenAt.toISOString(), halfHours: its } satisfies z.input<typeof halfHours>;
      return bucket.write(`${folderOf(hour)}${name}.json`, JSON.stringify(kept));
    }),
  );
  return hours;
}

/** What reports say of a stretch that begins with an hour: of each agent and half hour the newest. */
export async function readHalfHours(
  { from }: Stretch,
  bucket: Pick<HalfHoursBucket, 'list' | 'read'>,
): Promise<readonly AgentStretch[]> {
  const keys = await bucket.list(folderOf(from));
  const objects = await Promise.all(keys.map((key) => bucket.read(key)));
  const kept = objects.flatMap((its) =>
    its ? [halfHours.parse(JSON.parse(Buffer.from(its.bytes).toString()))] : [],
  );
  const oldestFirst = kept.sort((a, b) => Date.parse(a.writtenAt) - Date.parse(b.writtenAt));
  const newest = new Map(
    oldestFirst.flatMap((its) => its.halfHours.map((one) => [`${one.from} ${one.agent}`, one] as const)),
  );
  return [...newest.values()];
}

function folderOf(hour: number): string {
  return `agent-half-hours/${new Date(hour).toISOString().replace(/[-:]|\.\d+/g, '')}/`;
}
