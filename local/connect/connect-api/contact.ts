import { epochSeconds } from '../agent-api/times.ts';
import type { Call } from '../calls/call.ts';
import { qualityMetrics } from '../emit/quality-metrics.ts';

/** As DescribeContact has a contact; times in epoch seconds, as REST-JSON carries them. */
export function describedContact(call: Call, instanceArn: string) {
  const { contactId, queue, agent, phoneNumber, attributes } = call.spec;
  const { initiated, queued, connected, disconnected } = call.times;
  return {
    Arn: `${instanceArn}/contact/${contactId}`,
    Id: contactId,
    InitiationMethod: 'INBOUND',
    Channel: 'VOICE',
    QueueInfo: { Id: queue.id, EnqueueTimestamp: epochSeconds(queued) },
    ...(connected && { AgentInfo: { Id: agent.id, ConnectedToAgentTimestamp: epochSeconds(connected) } }),
    InitiationTimestamp: epochSeconds(initiated),
    ...(disconnected && { DisconnectTimestamp: epochSeconds(disconnected) }),
    LastUpdateTimestamp: epochSeconds(call.since),
    CustomerEndpoint: { Type: 'TELEPHONE_NUMBER', Address: phoneNumber },
    ...(call.isOver && connected && { QualityMetrics: qualityMetrics(call) }),
    ...(call.disconnectReason && { DisconnectReason: call.disconnectReason }),
    Attributes: attributes,
  };
}
