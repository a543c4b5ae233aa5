import type { StreamType } from './sample.ts';

/**
 * Lost packets in percent of those that were on the way, 0…100; undefined where nothing was counted.
 *
 * `packetsCount` is what arrived for audio to the agent and what was sent for audio from the agent
 * (amazon-connect-streams reads `packetsReceived` in one direction and `packetsSent` in the other), so the whole
 * is lost + count in the first and count in the second.
 */
export function packetsLostPercent(
  streamType: StreamType,
  packetsLost: number,
  packetsCount: number,
): number | undefined {
  const onTheWay = streamType === 'audio_input' ? packetsLost + packetsCount : packetsCount;
  if (onTheWay <= 0) return undefined;
  return Math.min(100, Math.max(0, (100 * packetsLost) / onTheWay));
}
