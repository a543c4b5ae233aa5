import type { DeviceFacts, Envelope } from '../../model/messages/envelope.ts';
import { messageVersion } from '../../model/messages/version.ts';
import type { AgentIdentity } from './agent-identity.ts';
import { present } from './present.ts';

/** What all messages carry, but for `sentAt`: the sender stamps that at each attempt. */
export type UnsentEnvelope = Omit<Envelope, 'sentAt'>;

/** What every message of this page load says of the page and the agent; some of it is known only later. */
export type PageFacts = {
  readonly instanceId: string;
  readonly clientId: string;
  readonly pageVersion: string;
  readonly agent?: AgentIdentity;
  readonly device?: DeviceFacts;
  readonly privateIp?: string;
  readonly streamsVersion?: string;
};

/**
 * The same facts give the same text, in whatever order they were learnt. Throws an Error before the softphone has said whose
 * it is: nothing can be told of calls before that.
 */
export function envelopeOf({ agent, ...page }: PageFacts): UnsentEnvelope {
  if (!agent) throw new Error('The softphone has not said whose it is');
  const { instanceId, clientId, pageVersion, device, privateIp, streamsVersion } = page;
  const known = present<Omit<PageFacts, 'agent'>>({
    instanceId,
    clientId,
    pageVersion,
    device,
    privateIp,
    streamsVersion,
  });
  return { version: messageVersion, ...known, ...agent };
}
