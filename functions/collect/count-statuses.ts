import type { CurrentMetricDocument } from '../../model/documents/current-metric.ts';
import { groupBy } from '../../model/wfm/group-by.ts';
import { findRoutingProfiles } from '../clients/connect.ts';
import { type UserNow, usersNow } from '../clients/connect-current-metrics.ts';
import type { CurrentPolling } from './current-polling.ts';
import { askNoting, type PollTally } from './poll-tally.ts';
import { writeCurrent } from './write-metrics.ts';

/**
 * Counts the agents by routing profile and status. Of a part of the agents there are no counts: where a page fails, none are
 * stored.
 */
export async function countStatuses(
  polling: CurrentPolling,
  tally: PollTally,
  pause: () => Promise<unknown>,
): Promise<void> {
  const { connect, instanceId, telemetry, now } = polling;
  const counting = async () => {
    const at = new Date(now()).toISOString();
    const profiles = await findRoutingProfiles(connect, instanceId);
    tally.answered();
    await pause();
    const { users, requests } = await usersNow(
      connect,
      instanceId,
      profiles.map(({ id }) => id),
      pause,
    );
    tally.answered(requests);
    const names = new Map(profiles.map(({ id, name }) => [id, name]));
    await writeCurrent(statusesOf(users, names, { instanceId, at }), polling, tally);
  };
  await askNoting(counting, tally, telemetry, 'agents now');
}

function statusesOf(
  users: readonly UserNow[],
  names: ReadonlyMap<string, string>,
  { instanceId, at }: { readonly instanceId: string; readonly at: string },
): CurrentMetricDocument[] {
  const groups = groupBy(users, ({ profileId, status }) => [profileId, status]);
  return groups.flatMap((group) => {
    const [first] = group;
    const agentRoutingProfile = first && names.get(first.profileId);
    if (!first || agentRoutingProfile === undefined) return [];
    return {
      subject: 'agent-status' as const,
      instanceId,
      '@timestamp': at,
      receivedAt: at,
      agentRoutingProfile,
      agentStatus: first.status,
      agents: group.length,
      agentsWithContacts: group.filter(({ contacts }) => contacts > 0).length,
    };
  });
}
