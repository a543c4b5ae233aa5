import { defaultLimits } from '../../../model/quality/limits.ts';
import { meanOpinionScore } from '../../../model/quality/mos.ts';
import type { Call } from '../calls/call.ts';

/**
 * Connect's own judgement of the agent's connection, from what the call's path did. Only calls from an app or a website have one of
 * the customer. Source: Administrator Guide, "Troubleshoot audio quality issues by using QualityMetrics in the contact record".
 */
export function qualityMetrics(call: Call) {
  const { forwarded, dropped } = call.relay.counts.fromAgent;
  const { toAgent, fromAgent } = call.relay.network;
  const packetsLostPercent = forwarded + dropped === 0 ? undefined : (dropped * 100) / (forwarded + dropped);
  const roundTripTimeMillis = toAgent.delayMs + fromAgent.delayMs;
  const score = meanOpinionScore({
    roundTripTimeMillis,
    packetsLostPercent,
    jitterMillis: fromAgent.jitterMs,
  });
  if (score === undefined) return null;
  const { fair } = defaultLimits;
  const issues = [
    ...((packetsLostPercent ?? 0) > fair.packetsLostPercent ? ['HighPacketLoss'] : []),
    ...(roundTripTimeMillis > fair.roundTripTimeMillis ? ['HighRoundTripTime'] : []),
    ...(toAgent.jitterMs > fair.jitterMillis ? ['HighJitterBuffer'] : []),
  ];
  const QualityScore = Math.round(score * 100) / 100;
  return { Agent: { Audio: { PotentialQualityIssues: issues, QualityScore } }, Customer: null };
}
