import type { PlacedEvent } from '../../model/wfm/agent-picture.ts';
import { agentStatusEvent } from '../../model/wfm/agent-status.ts';
import type { FeedState, ShardPosition } from '../../model/wfm/feed-state.ts';
import type { EventStream, StreamPage } from '../clients/event-stream.ts';
import { describeError } from '../edge/describe-error.ts';
import type { Telemetry } from '../edge/telemetry.ts';

export type ShardReading = {
  readonly stream: EventStream;
  readonly telemetry: Pick<Telemetry, 'warn'>;
  readonly now: () => number;
  readonly pause: (millis: number) => Promise<unknown>;
};

/** What was read, and how far that is. */
export type ReadOn = {
  readonly shards: FeedState['shards'];
  readonly events: readonly PlacedEvent[];
  /** Those of which there is nothing more to be read now. */
  readonly newest: readonly string[];
};

/** Reads all shards of a stream on, side by side. */
export type ShardReader = {
  /**
   * One that cannot be read now is where it was.
   *
   * @param until when those that have more stop for this time, in epoch milliseconds
   * @throws Error when not even the shards can be listed
   */
  readonly readOn: (shards: FeedState['shards'], until: number) => Promise<ReadOn>;
};

/** What is older says nothing: the agent has signed out. The stream itself keeps no more either. */
const replayMillis = 24 * 3_600_000;
/** A shard gives five readings and 2 MiB a second to all its readers together: the collectors want theirs. */
const behindPauseMillis = 500;

export function makeShardReader(reading: ShardReading): ShardReader {
  const { stream, now } = reading;
  const iterators = new Map<string, string>();
  let listed: readonly string[] | undefined;
  return {
    readOn: async (before, until) => {
      listed ??= await stream.shards();
      const from = new Date(now() - replayMillis).toISOString();
      const read = await Promise.all(
        listed.map(async (shard) => {
          const position = before[shard] ?? { from, isReplayed: false, isClosed: false };
          return { shard, ...(await readShard(shard, position, { ...reading, iterators, until })) };
        }),
      );
      // Others have taken its place.
      if (read.some(({ shard, position }) => position.isClosed && !before[shard]?.isClosed))
        listed = undefined;
      return {
        shards: Object.fromEntries(read.map(({ shard, position }) => [shard, position])),
        events: read.flatMap(({ events }) => events),
        newest: read.flatMap(({ shard, isNewest }) => (isNewest ? [shard] : [])),
      };
    },
  };
}

type ReadShard = {
  readonly position: ShardPosition;
  readonly events: readonly PlacedEvent[];
  readonly isNewest: boolean;
};
type OfShard = ShardReading & { readonly iterators: Map<string, string>; readonly until: number };

async function readShard(shard: string, start: ShardPosition, of: OfShard): Promise<ReadShard> {
  if (start.isClosed) return { position: start, events: [], isNewest: true };
  const events: PlacedEvent[] = [];
  let position = start;
  try {
    for (;;) {
      const page = await nextPage(shard, position, of);
      if (page) {
        events.push(...eventsOf(shard, page));
        const after = page.records.at(-1)?.sequenceNumber;
        const isNewest = page.isNewest || page.next === undefined;
        position = {
          ...position,
          ...(after === undefined ? {} : { after }),
          isReplayed: position.isReplayed || isNewest,
          isClosed: page.next === undefined,
        };
        if (isNewest) return { position, events, isNewest };
      }
      if (of.now() >= of.until) return { position, events, isNewest: false };
      await of.pause(behindPauseMillis);
    }
  } catch (error) {
    of.iterators.delete(shard);
    of.telemetry.warn('a shard cannot be read now', { shard, error: describeError(error) });
    return { position, events, isNewest: false };
  }
}

async function nextPage(
  shard: string,
  position: ShardPosition,
  { stream, iterators }: OfShard,
): Promise<StreamPage | undefined> {
  const page = await stream.read(iterators.get(shard) ?? (await stream.begin(shard, position)));
  if (page?.next === undefined) iterators.delete(shard);
  else iterators.set(shard, page.next);
  return page;
}

/** What does not say who is in which status is no event for the feed. */
function eventsOf(shard: string, { records }: StreamPage): readonly PlacedEvent[] {
  return records.flatMap(({ sequenceNumber, raw }) => {
    const { data: event } = agentStatusEvent.safeParse(raw);
    return event ? [{ event, shard, sequenceNumber }] : [];
  });
}
