import type { ConnectUser } from '../../model/documents/connect-user.ts';
import type { Dimensions } from '../../model/documents/dimensions.ts';
import type { Envelope } from '../../model/messages/envelope.ts';
import type { MessageContext } from './message-context.ts';
import { type EnrichmentSources, placeOf } from './place.ts';
import { networkOf, shortenAddress } from './shorten-address.ts';
import { describeDevice } from './user-agent.ts';

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
  const agentPublicIp = shortenAddress(context.sourceIp, sources.agentIp);
  const agentPrivateIp = shortenAddress(privateIp, sources.agentIp);
  const agentPrivateNetwork = networkOf(agentPrivateIp);
  return {
    instanceId,
    agent,
    ...(routingProfile ? { agentRoutingProfile: routingProfile } : {}),
    ...(user?.agentHierarchy ? { agentHierarchy: user.agentHierarchy } : {}),
    ...(agentPublicIp ? { agentPublicIp } : {}),
    ...(agentPrivateIp ? { agentPrivateIp } : {}),
    ...(agentPrivateNetwork ? { agentPrivateNetwork } : {}),
    ...(context.place ?? (await placeOf(context.sourceIp, privateIp, sources))),
    ...describeDevice(message.device, context.userAgent),
    ...(streamsVersion ? { streamsVersion } : {}),
    ...(rtcVersion ? { rtcVersion } : {}),
    pageVersion,
  };
}
