import type { ApiMetrics } from '../../model/messages/api-metrics.ts';
import type { Envelope } from '../../model/messages/envelope.ts';
import type { SoftphoneReport } from '../../model/messages/softphone-report.ts';
import type { SoftphoneStats } from '../../model/messages/softphone-stats.ts';
import { messageVersion } from '../../model/messages/version.ts';
import type { Persona } from './persona.ts';
import type { Random } from './random.ts';

/** One request of an agents' page, as the gateway would have taken it. */
export type SentMessage = (
  | { readonly route: 'softphone-stats'; readonly body: SoftphoneStats }
  | { readonly route: 'softphone-reports'; readonly body: SoftphoneReport }
  | { readonly route: 'api-metrics'; readonly body: ApiMetrics }
) & { readonly receivedAt: Date; readonly sourceIp: string; readonly userAgent: string };

/** One page load of one agent: a working day. */
export type PageLoad = { readonly persona: Persona; readonly instanceId: string; readonly clientId: string };

/** What every message of a page load carries, sent a moment after `at` (epoch milliseconds). */
export function envelopeOf(page: PageLoad, at: number, random: Random): Envelope {
  const { agent, device, streamsVersion, rtcVersion } = page.persona;
  return {
    version: messageVersion,
    instanceId: page.instanceId,
    agent: agent.username,
    clientId: page.clientId,
    pageVersion: '0.1.0',
    sentAt: new Date(at + random.between(80, 500)).toISOString(),
    routingProfile: agent.routingProfile.name,
    device,
    privateIp: agent.privateIp,
    streamsVersion,
    rtcVersion,
  };
}

/** How the request of a message reached the gateway. */
export function requestOf(page: PageLoad, message: Envelope, random: Random) {
  return {
    receivedAt: new Date(Date.parse(message.sentAt) + random.between(30, 300)),
    sourceIp: page.persona.agent.publicIp,
    userAgent: page.persona.userAgent,
  };
}
