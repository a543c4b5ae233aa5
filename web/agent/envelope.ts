import type { DeviceFacts, Envelope } from '../../model/messages/envelope.ts';
import { messageVersion } from '../../model/messages/version.ts';
import type { AgentIdentity } from './agent-identity.ts';
import { present } from './present.ts';

/** What every message of this page load says of the page; some of it is known only later. */
export type PageFacts = {
  readonly instanceId: string;
  readonly clientId: string;
  readonly pageVersion: string;
  readonly device?: DeviceFacts;
  readonly privateIp?: string;
  readonly streamsVersion?: string;
  readonly rtcVersion?: string;
};

/** The part that all messages share, without `sentAt`: the sender stamps that at each attempt. */
export function envelopeOf(page: PageFacts, agent: AgentIdentity): Omit<Envelope, 'sentAt'> {
  return { version: messageVersion, ...present<PageFacts>(page), ...agent };
}
