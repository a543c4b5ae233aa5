import * as z from 'zod';
import { acceptedVersions, explainVersion } from './version.ts';

/** Text from outside: bounded, so that no message can fill an index. */
export const text = (most: number) => z.string().min(1).max(most);
export const count = z.int().min(0).max(1_000_000_000);
export const millis = z.number().min(0).max(86_400_000);
/** UTC, ISO 8601 with milliseconds and Z, as `Date.prototype.toISOString` writes it. */
export const instant = z.iso.datetime({ precision: 3 });
/** A contact id as Amazon Connect makes them: a UUID (Amazon Connect API Reference, `ContactId`). */
export const contactId = z.string().regex(/^[0-9a-fA-F-]{8,64}$/, 'a contact id is a UUID');
/** Amazon Connect allows letters, digits and `_ - . @ +` in user names, 100 at most; the page lower-cases them. */
const agentName = z
  .string()
  .regex(/^[a-z0-9_.@+-]{1,100}$/, 'a lower-case Amazon Connect user name, 1 to 100 characters');

/** What the page knows of the machine it runs on. Browser and OS are read from the User-Agent header instead. */
export const deviceFacts = z.object({
  /** Logical processors (`navigator.hardwareConcurrency`). */
  cpuCount: z.int().min(1).max(4096).optional(),
  /** `navigator.deviceMemory`: a power of two, at most 8 in most browsers. */
  memoryGiB: z.number().min(0).max(4096).optional(),
  /** From `navigator.userAgentData`, where the browser has it: exact where the header is frozen. */
  osName: text(100).optional(),
  osVersion: text(50).optional(),
  browserName: text(100).optional(),
  browserVersion: text(50).optional(),
});
export type DeviceFacts = z.infer<typeof deviceFacts>;

/** Carried by every message. */
export const envelope = z.object({
  version: z.literal(acceptedVersions, { error: ({ input }) => explainVersion(input) }),
  instanceId: text(100).regex(/^[A-Za-z0-9-]+$/, 'an Amazon Connect instance id'),
  /** The agent's user name, lower-cased. */
  agent: agentName,
  /** One per page load: with `sequence` it makes a repeat recognisable. */
  clientId: z.uuid(),
  pageVersion: text(50),
  /** Stamped anew at every attempt, so that the server can tell a wrong clock from an old message. */
  sentAt: instant,
  routingProfile: text(200).optional(),
  device: deviceFacts.optional(),
  /** The first private address the browser gives in its candidates; most give none. */
  privateIp: z.union([z.ipv4(), z.ipv6()]).optional(),
  streamsVersion: text(50).optional(),
  rtcVersion: text(50).optional(),
});
export type Envelope = z.infer<typeof envelope>;
