import type { Place } from './place.ts';

/** What is known of a message beside what it says itself. */
export type MessageContext = {
  /** When the gateway took it. */
  readonly receivedAt: Date;
  readonly sourceIp?: string | undefined;
  readonly userAgent?: string | undefined;
  /** Where the agent is, when that was looked up before the addresses were shortened. */
  readonly place?: Place | undefined;
};
