import * as z from 'zod';
import { mostWarnings, warningChanges, warningKinds } from '../warnings/warning-kinds.ts';
import { contactId, instant, text } from './envelope.ts';

/** What happens to a call, as the agent's page sees it. */
export const callEventTypes = [
  'rung',
  'accepted',
  'connected',
  'muted',
  'unmuted',
  'held',
  'resumed',
  'missed',
  'ended',
  /** The contact left without an `ended` state: no after-call work, so Streams gives no report. */
  'vanished',
  /** The page was loaded again in the middle of the call: Streams emits nothing more. */
  'reloaded',
] as const;

export const callEvent = z.object({ type: z.enum(callEventTypes), at: instant });
export type CallEvent = z.infer<typeof callEvent>;

/** How the packets of a call go, where the page hosts its sound and can look. No addresses. */
export const callConnection = z.object({
  /** Through one of the TURN servers that Amazon Connect hands out. */
  relayed: z.boolean().optional(),
  /** From the agent's computer to the TURN server, or to the other end where it is not relayed. */
  protocol: z.enum(['udp', 'tcp', 'tls']).optional(),
  /** As `opus` (the subtype of its media type). */
  codec: z
    .string()
    .regex(/^[a-z0-9.+_-]{1,40}$/)
    .optional(),
  /** How often the packets went another way than before. */
  networkChanges: z.int().min(0).max(10_000).optional(),
});
export type CallConnection = z.infer<typeof callConnection>;

/** The contact that a message is about. No attributes, no phone numbers: those never leave the page. */
export const call = z.object({
  contactId,
  /**
   * When the agent's page first saw the contact, kept over reloads: it dates the call's document, so it must be the
   * same in all messages of a call.
   */
  startedAt: instant,
  queue: z.object({ name: text(256).optional(), arn: text(512).optional() }).optional(),
  direction: z.enum(['inbound', 'outbound', 'internal', 'callback']).optional(),
  /** Hosts only: the URLs carry credentials. */
  signalingEndpoint: text(256).optional(),
  iceServers: z.array(text(256)).max(20).optional(),
  connection: callConnection.optional(),
});
export type Call = z.infer<typeof call>;

export const callEvents = z.array(callEvent).max(500);

/** What the agent was warned of, and what became of it. */
export const callWarning = z.object({
  kind: z.enum(warningKinds),
  change: z.enum(warningChanges),
  at: instant,
});
export type CallWarning = z.infer<typeof callWarning>;

export const callWarnings = z.array(callWarning).max(mostWarnings);
