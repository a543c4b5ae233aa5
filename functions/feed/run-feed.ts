import {
  type AgentPicture,
  type KnownAgent,
  type PictureUser,
  untold,
  withEvents,
  withTold,
  withUsers,
} from '../../model/wfm/agent-picture.ts';
import { type FeedState, isWhole, noFeedState, pictureOf } from '../../model/wfm/feed-state.ts';
import type { Partner } from '../clients/partner.ts';
import { describeError } from '../edge/describe-error.ts';
import type { Gauges, Telemetry } from '../edge/telemetry.ts';
import { KnownError } from '../errors.ts';
import { type Held, type Holding, holdState, leastHoldMillis } from './hold-state.ts';
import { stateOf } from './kept-state.ts';
import { makeShardReader, type ReadOn, type ShardReader, type ShardReading } from './read-shards.ts';
import { retryPause } from './retry-pause.ts';
import { tellPartner } from './tell-partner.ts';

export type FeedDeps = Holding &
  Pick<ShardReading, 'stream'> & {
    readonly instanceId: string;
    /** Absent where receivers ask for the picture. */
    readonly partner?: Partner | undefined;
    /** The users of the instance, the deleted ones too. */
    readonly users: () => Promise<readonly PictureUser[]>;
    readonly telemetry: Pick<Telemetry, 'info' | 'warn'>;
    readonly gauges: Gauges;
  };

const roundMillis = 5000;
/** A shard that is behind, as in a replay, holds up the others for no longer. */
const readMillis = 3000;
/** As often as users are synced. */
const usersMillis = 900_000;
const longestRetryMillis = 15_000;

/**
 * Reads the agents' events on from where the run before left off, and tells the receiver whose status has changed, every
 * five seconds until it is time.
 *
 * @param until when no further round begins, in epoch milliseconds
 * @throws KnownError `conflict` when somebody else has taken the feed; `unavailable` when the stream could not be read
 */
export async function runFeed(deps: FeedDeps, until: number): Promise<void> {
  const { now, pause, telemetry } = deps;
  let held = await holdState(deps, stateOf, noFeedState(new Date(now())));
  if (!held) return telemetry.info('another run holds the feed');
  const run: Run = { reader: makeShardReader(deps), caughtUp: new Set(), until };
  let state = held.state;
  for (let next = now() + roundMillis; ; next = Math.max(next + roundMillis, now())) {
    ({ held, state } = await round(held, state, run, deps));
    if (Math.max(next, now()) >= until) break;
    await pause(Math.max(0, next - now()));
  }
  await held.release(state);
  deps.gauges.measure({ name: 'FeedUntoldAge', value: untoldSeconds(state, deps), unit: 'Seconds' });
  if (run.caughtUp.size === 0 && isWhole(state))
    throw new KnownError('unavailable', 'The stream of agents’ events cannot be read.');
}

type Run = {
  readonly reader: ShardReader;
  /**
   * The shards of which this run has read all that there was. A run that broke down may have told more than it kept;
   * whoever has read as far as it had, or farther, cannot tell anything older than that.
   */
  readonly caughtUp: Set<string>;
  readonly until: number;
};
type Round = { readonly held: Held<FeedState>; readonly state: FeedState };

async function round(held: Held<FeedState>, before: FeedState, run: Run, deps: FeedDeps): Promise<Round> {
  const { now } = deps;
  const read = await readOn(before, run, deps);
  let state = await withKnownUsers(stateAfter(before, read, now()), deps);
  let holding = held;
  const renew = async () => {
    if (holding.state.heldUntil - now() < leastHoldMillis) holding = await holding.keep(state);
  };
  const isTelling = deps.partner !== undefined && (state.retryAt ?? 0) <= now();
  const agents = isTelling ? tellable(state, run.caughtUp) : [];
  if (deps.partner && agents.length > 0) {
    const { partner, instanceId, telemetry } = deps;
    const telling = { partner, instanceId, now, beforeEach: renew, until: run.until };
    const { told, failure } = await tellPartner(agents, telling);
    state = {
      ...withPicture(state, withTold(pictureOf(state), told)),
      ...retryPause(state.failures, failure, longestRetryMillis, now()),
    };
    if (failure) telemetry.warn('statuses are not taken', { reason: failure.reason, count: agents.length });
  }
  if (read.events.length > 0 || agents.length > 0) holding = await holding.keep(state);
  else await renew();
  return { held: holding, state };
}

async function readOn({ shards }: FeedState, { reader, caughtUp }: Run, deps: FeedDeps): Promise<ReadOn> {
  try {
    const read = await reader.readOn(shards, deps.now() + readMillis);
    for (const shard of read.newest) caughtUp.add(shard);
    return read;
  } catch (error) {
    deps.telemetry.warn('the stream cannot be read now', { error: describeError(error) });
    return { shards, events: [], newest: [] };
  }
}

function stateAfter(before: FeedState, { shards, events, newest }: ReadOn, now: number): FeedState {
  const state = withPicture({ ...before, shards }, withEvents(pictureOf(before), events));
  const isNewest = newest.length > 0 && newest.length === Object.keys(shards).length;
  return isNewest ? { ...state, asOf: new Date(now).toISOString() } : state;
}

/** Once all of the last 24 hours were read, whoever was not in them is logged out. */
async function withKnownUsers(state: FeedState, { users, now, telemetry }: FeedDeps): Promise<FeedState> {
  const isDue = state.usersAt === undefined || now() - Date.parse(state.usersAt) >= usersMillis;
  if (!isDue || !isWhole(state)) return state;
  try {
    const picture = withUsers(pictureOf(state), await users());
    return { ...withPicture(state, picture), usersAt: new Date(now()).toISOString() };
  } catch (error) {
    // The feed does without the search service: who is known is known.
    telemetry.warn('the users cannot be looked up now', { error: describeError(error) });
    return state;
  }
}

function withPicture(state: FeedState, picture: AgentPicture): FeedState {
  return { ...state, agents: Object.fromEntries(picture) };
}

/** Who is in no shard is told when all were read. */
function tellable(state: FeedState, caughtUp: ReadonlySet<string>): readonly KnownAgent[] {
  const isAll = Object.keys(state.shards).every((shard) => caughtUp.has(shard));
  return untold(pictureOf(state)).filter(({ shard }) =>
    shard === undefined || !(shard in state.shards) ? isAll : caughtUp.has(shard),
  );
}

/** For how long the receiver has had another status of somebody. */
function untoldSeconds(state: FeedState, { partner, now }: FeedDeps): number {
  if (!partner || !isWhole(state)) return 0;
  const [oldest] = untold(pictureOf(state)).filter(({ at }) => at !== undefined);
  return oldest?.at === undefined ? 0 : Math.max(0, (now() - Date.parse(oldest.at)) / 1000);
}
