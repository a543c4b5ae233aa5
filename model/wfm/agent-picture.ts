import * as z from 'zod';
import { inOrder } from '../documents/time-order.ts';
import { type AgentStatus, type AgentStatusEvent, loggedOut } from './agent-status.ts';

/** What is known of an agent. */
export const knownAgent = z.object({
  userName: z.string(),
  arn: z.string().optional(),
  name: z.string(),
  /** Of the event that brought this status. */
  eventId: z.string(),
  at: z.string().optional(),
  /** Of the last event that was read of the agent: where it stood, and when it was. */
  shard: z.string().optional(),
  sequenceNumber: z.string().optional(),
  readAt: z.string().optional(),
  /** The event of which the receiver has the status. */
  told: z.string().optional(),
});
export type KnownAgent = z.infer<typeof knownAgent>;

/** All agents, by the id that Amazon Connect gives them: names can change. */
export type AgentPicture = ReadonlyMap<string, KnownAgent>;

/** Where an event stands in the stream. */
export type StreamPlace = { readonly shard: string; readonly sequenceNumber: string };
export type PlacedEvent = StreamPlace & { readonly event: AgentStatusEvent };

/** The picture after some events, in whatever order they come and however often. */
export function withEvents(picture: AgentPicture, events: readonly PlacedEvent[]): AgentPicture {
  const next = new Map(picture);
  for (const { event, ...place } of events) {
    const known = next.get(event.agentId);
    if (!known || isLater(place, event, known)) next.set(event.agentId, afterEvent(known, event, place));
  }
  return next;
}

/**
 * Within a shard the sequence number decides. They grow, but are longer than a number holds, and not all of one length.
 * An agent's events are in one shard at a time; after a split or merge in another, and then their own time does.
 */
function isLater(place: StreamPlace, event: AgentStatusEvent, known: KnownAgent): boolean {
  if (known.shard === place.shard && known.sequenceNumber !== undefined)
    return BigInt(place.sequenceNumber) > BigInt(known.sequenceNumber);
  return known.readAt === undefined || inOrder(known.readAt, event.at) <= 0;
}

function afterEvent(known: KnownAgent | undefined, event: AgentStatusEvent, place: StreamPlace): KnownAgent {
  const { eventId, at, userName, arn, name } = event;
  const read = { ...place, readAt: at };
  const isSame = known?.userName === userName && known.arn === arn && known.name === name;
  if (isSame) return { ...known, ...read };
  const told = known?.told === undefined ? {} : { told: known.told };
  return { userName, arn, name, eventId, at, ...read, ...told };
}

/** A user of the instance, as far as the picture goes. */
export type PictureUser = { readonly id: string; readonly username: string; readonly deleted: boolean };

/** The picture with all users of the instance: who is not in it is logged out; who was deleted is in it no more. */
export function withUsers(picture: AgentPicture, users: readonly PictureUser[]): AgentPicture {
  const next = new Map(picture);
  for (const { id, username, deleted } of users) {
    if (deleted) next.delete(id);
    else if (!next.has(id))
      next.set(id, { userName: username.toLowerCase(), name: loggedOut, eventId: `logged-out-${id}` });
  }
  return next;
}

/** Those of whom the receiver has another status, the longest known first. */
export function untold(picture: AgentPicture): readonly KnownAgent[] {
  return [...picture.values()]
    .filter(({ told, eventId }) => told !== eventId)
    .sort((a, b) => inOrder(a.at ?? '', b.at ?? ''));
}

/** The picture when a receiver has taken these statuses. Who has changed since is still to be told. */
export function withTold(picture: AgentPicture, told: readonly KnownAgent[]): AgentPicture {
  const events = new Set(told.map(({ eventId }) => eventId));
  return new Map(
    [...picture].map(([id, its]) => [id, events.has(its.eventId) ? { ...its, told: its.eventId } : its]),
  );
}

/** The picture without an agent. */
export function withoutAgent(picture: AgentPicture, userName: string): AgentPicture {
  return new Map([...picture].filter(([, its]) => its.userName !== userName.toLowerCase()));
}

/** As receivers are told it. */
export function statusOf({ userName, arn, name, eventId, at }: KnownAgent): AgentStatus {
  return {
    UserName: userName,
    AgentStatus: { ...(arn === undefined ? {} : { ARN: arn }), Name: name },
    eventId,
    ...(at === undefined ? {} : { at }),
  };
}
