import type { Alert, Channel } from '../../model/alerts/alert.ts';
import { channels } from '../../model/alerts/alert.ts';
import type { ChannelTrouble } from '../../model/alerts/channel-trouble.ts';
import type { Troubles } from './open-channels.ts';

/** What a channel answered when it did not take something; empty where that is not to be said. */
export type Failures = ReadonlyMap<Channel, string>;

/**
 * What keeps channels from telling alerts: how they are set up, and else that something is waiting which they did not
 * take.
 *
 * @param troubles of how they are set up
 * @param failures of this look; at most looks nothing is tried again
 * @param before as the look before found it
 */
export function channelTroubles(
  alerts: readonly Alert[],
  troubles: Troubles,
  failures: Failures,
  before: readonly ChannelTrouble[],
): ChannelTrouble[] {
  return channels.flatMap((channel): ChannelTrouble[] => {
    const untoldSince = untoldOn(channel, alerts);
    const since = untoldSince === undefined ? {} : { untoldSince };
    const setUp = troubles[channel];
    if (setUp) return [{ channel, kind: setUp, ...since }];
    if (untoldSince === undefined) return [];
    const last = before.find((its) => its.channel === channel && its.kind === 'alertsNotTaken')?.reason;
    const reason = failures.has(channel) ? failures.get(channel) : last;
    return [{ channel, kind: 'alertsNotTaken', ...since, ...(reason ? { reason } : {}) }];
  });
}

function untoldOn(channel: Channel, alerts: readonly Alert[]): string | undefined {
  const [oldest] = alerts
    .flatMap(({ notices }) => notices)
    .filter((its) => its.channel === channel && its.status === 'waiting' && its.attempts > 0)
    .map(({ at }) => at)
    .sort();
  return oldest;
}
