import type { Envelope } from '../../model/messages/envelope.ts';
import { type EnrichmentSources, placeOf } from '../enrich/place.ts';
import { shortenAddress } from '../enrich/shorten-address.ts';
import type { Arrival } from './store-messages.ts';

/**
 * A message with no more of its agent's addresses than the deployment keeps. Where the agent is has been looked up from the
 * whole ones: from here on nobody can, whether the message is stored, queued or set aside.
 */
export async function placeArrival<Message extends Envelope>(
  arrival: Arrival<Message>,
  sources: EnrichmentSources,
): Promise<Arrival<Message>> {
  if (sources.agentIp === 'keep') return arrival;
  const { message, context } = arrival;
  const { privateIp, ...rest } = message;
  const shortened = shortenAddress(privateIp, sources.agentIp);
  return {
    message: { ...rest, ...(shortened ? { privateIp: shortened } : {}) } as Message,
    context: {
      ...context,
      sourceIp: shortenAddress(context.sourceIp, sources.agentIp),
      place: await placeOf(context.sourceIp, privateIp, sources),
    },
  };
}
