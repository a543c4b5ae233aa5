import { epochSeconds } from '../agent-api/times.ts';
import type { Call } from '../calls/call.ts';
import type { Contact } from '../calls/contact.ts';
import { qualityMetrics } from '../emit/quality-metrics.ts';

/**
 * As DescribeContact has a contact; times in epoch seconds, as REST-JSON carries them.
 *
 * @param call where the contact rang last
 */
export function describedContact(contact: Contact, call: Call | undefined, instanceArn: string) {
  const { contactId, initiationMethod, queue, phoneNumber, attributes, ...links } = contact.spec;
  const { initiated, ended } = contact;
  const disconnected = call?.times.disconnected ?? ended?.at;
  const reason = call?.disconnectReason ?? ended?.reason;
  return {
    Arn: `${instanceArn}/contact/${contactId}`,
    Id: contactId,
    ...(links.initialContactId && { InitialContactId: links.initialContactId }),
    ...(links.previousContactId && { PreviousContactId: links.previousContactId }),
    InitiationMethod: initiationMethod,
    Channel: 'VOICE',
    ...(queue && { QueueInfo: { Id: queue.id, EnqueueTimestamp: epochSeconds(initiated) } }),
    ...(call && agentOf(call)),
    InitiationTimestamp: epochSeconds(initiated),
    ...(disconnected && { DisconnectTimestamp: epochSeconds(disconnected) }),
    LastUpdateTimestamp: epochSeconds(call?.since ?? disconnected ?? initiated),
    CustomerEndpoint: { Type: 'TELEPHONE_NUMBER', Address: phoneNumber },
    ...(reason && { DisconnectReason: reason }),
    Attributes: attributes,
  };
}

function agentOf(call: Call) {
  const { connected } = call.times;
  if (!connected) return {};
  return {
    AgentInfo: { Id: call.spec.agent.id, ConnectedToAgentTimestamp: epochSeconds(connected) },
    ...(call.isOver && { QualityMetrics: qualityMetrics(call) }),
  };
}
