import type { StatusChanges } from '../../model/wfm/agent-status.ts';
import type { EventStream, StreamRecord } from '../clients/event-stream.ts';
import type { Sent } from '../clients/partner.ts';
import { makeExampleObject } from './example-object.ts';
import type { FeedDeps } from './run-feed.ts';

/** As many records as a page of these tests takes. */
const pageRecords = 3;

type Shard = { readonly records: StreamRecord[]; isClosed: boolean };

/** A stream in memory, for tests. */
function makeExampleStream(): EventStream & {
  readonly put: (shard: string, record: StreamRecord) => void;
  readonly close: (shard: string) => void;
  /** Begins again with nothing, under the same name. */
  readonly remove: (shard: string) => void;
} {
  const shards = new Map<string, Shard>();
  const shardOf = (id: string) => {
    const shard = shards.get(id) ?? { records: [], isClosed: false };
    shards.set(id, shard);
    return shard;
  };
  return {
    put: (id, record) => void shardOf(id).records.push(record),
    close: (id) => {
      shardOf(id).isClosed = true;
    },
    remove: (id) => void shards.delete(id),
    shards: async () => [...shards.keys()],
    begin: async (id, { after }) => {
      const { records } = shardOf(id);
      const at =
        after === undefined ? 0 : records.findIndex((its) => BigInt(its.sequenceNumber) > BigInt(after));
      return `${id} ${at < 0 ? records.length : at}`;
    },
    read: async (iterator) => {
      const [id = '', place] = iterator.split(' ');
      const { records, isClosed } = shardOf(id);
      const at = Number(place);
      const isNewest = at + pageRecords >= records.length;
      const next = isNewest && isClosed ? undefined : `${id} ${Math.min(records.length, at + pageRecords)}`;
      return { records: records.slice(at, at + pageRecords), next, isNewest };
    },
  };
}

/** What a feed needs, in memory and with a clock that goes on only while it pauses: for tests. */
export function makeExampleFeed() {
  const clock = { now: Date.parse('2026-03-04T10:00:00.000Z'), onPause: (): void => {} };
  const stream = makeExampleStream();
  const object = makeExampleObject();
  const came: StatusChanges['changes'][] = [];
  const receiver = { answer: (): Sent => ({ outcome: 'taken' }), isLost: false };
  const ages: number[] = [];
  const users: { id: string; username: string; deleted: boolean }[] = [];
  const deps: FeedDeps = {
    stream,
    object,
    instanceId: '7f0c2d5e',
    partner: {
      send: async (body) => {
        const answer = receiver.answer();
        // Whoever does not answer may have taken it all the same.
        if (answer.outcome === 'taken' || receiver.isLost) came.push((body as StatusChanges).changes);
        return answer;
      },
    },
    users: async () => users,
    telemetry: { info: () => {}, warn: () => {} },
    gauges: { measure: ({ value }) => void ages.push(value) },
    now: () => clock.now,
    pause: async (millis) => {
      clock.now += millis;
      clock.onPause();
    },
  };
  let sequence = 10n ** 20n - 3n;
  /** Puts an agent's event into a shard, as of now. */
  const put = (shard: string, agent: string, name: string) => {
    const sequenceNumber = String(++sequence);
    const raw = {
      EventId: `event-${sequenceNumber}`,
      EventTimestamp: new Date(clock.now).toISOString(),
      AgentARN: `arn:aws:connect:eu-central-1:123456789012:instance/7f0c2d5e/agent/${agent}`,
      CurrentAgentSnapshot: {
        AgentStatus: { ARN: `arn:status/${name}`, Name: name },
        Configuration: { Username: agent },
      },
    };
    stream.put(shard, { sequenceNumber, raw });
    return sequenceNumber;
  };
  /** What the receiver has made of all that came. */
  const picture = () =>
    Object.fromEntries(came.flat().map((its): [string, string] => [its.UserName, its.AgentStatus.Name]));
  return { clock, stream, object, came, receiver, ages, users, deps, put, picture };
}
