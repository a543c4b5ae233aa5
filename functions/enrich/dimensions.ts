import type { ConnectUser } from '../../model/documents/connect-user.ts';
import type { Dimensions } from '../../model/documents/dimensions.ts';
import type { Envelope } from '../../model/messages/envelope.ts';
import { type AddressDatabases, locate } from './geography.ts';
import { normaliseAddress } from './ip-address.ts';
import type { MessageContext } from './message-context.ts';
import type { SiteFinder } from './site.ts';
import { describeDevice } from './user-agent.ts';

/** What the server adds to what the page says. */
export type EnrichmentSources = { readonly site: SiteFinder; readonly addresses: AddressDatabases };

/**
 * By what a message's documents can be split.
 *
 * @param user the synced user of that name, where there is one: it knows the hierarchy, and the routing profile better
 *   than the page
 */
export async function dimensionsOf(
  message: Envelope,
  context: MessageContext,
  user: ConnectUser | undefined,
  sources: EnrichmentSources,
): Promise<Dimensions> {
  const { instanceId, agent, privateIp, streamsVersion, rtcVersion, pageVersion } = message;
  const routingProfile = user?.routingProfile ?? message.routingProfile;
  const privateAddress = normaliseAddress(privateIp);
  const site = sources.site(context.sourceIp) ?? sources.site(privateAddress);
  return {
    instanceId,
    agent,
    ...(routingProfile ? { agentRoutingProfile: routingProfile } : {}),
    ...(user?.agentHierarchy ? { agentHierarchy: user.agentHierarchy } : {}),
    ...(context.sourceIp ? { agentPublicIp: context.sourceIp } : {}),
    ...(privateAddress ? { agentPrivateIp: privateAddress } : {}),
    ...(site ? { site } : {}),
    ...(await locate(context.sourceIp, sources.addresses)),
    ...describeDevice(message.device, context.userAgent),
    ...(streamsVersion ? { streamsVersion } : {}),
    ...(rtcVersion ? { rtcVersion } : {}),
    pageVersion,
  };
}
