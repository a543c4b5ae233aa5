import { agentQuarters } from '../../model/wfm/agent-file.ts';
import { compareAgents } from '../../model/wfm/compare-agents.ts';
import type { WfmSources } from '../../model/wfm/files.ts';
import { hourFileName, type WfmHour } from '../../model/wfm/hour.ts';
import type { DeliveryBucket } from '../clients/delivery-bucket.ts';
import type { Telemetry } from '../edge/telemetry.ts';

export type ComparingDeps = {
  readonly bucket: Pick<DeliveryBucket, 'write'>;
  readonly telemetry: Pick<Telemetry, 'warn' | 'count'>;
  readonly now: () => number;
};

/**
 * Compares what reports and agents' events say of an hour, where there are both, and lists the differences in the bucket:
 * they name agents, so the log has their number only.
 */
export async function compareHour(hour: WfmHour, sources: WfmSources, deps: ComparingDeps): Promise<void> {
  const { reported = [], events } = sources;
  if (reported.length === 0 || events.length === 0) return;
  const differences = compareAgents(reported, agentQuarters(events, hour), hour);
  const key = `compared/${hour.day}/${hourFileName('agent-performance', hour)}.json`;
  const comparedAt = new Date(deps.now()).toISOString();
  await deps.bucket.write(key, JSON.stringify({ comparedAt, halfHours: reported.length, differences }));
  deps.telemetry.count('WfmAgentDifferences', differences.length, {});
  if (differences.length > 0)
    deps.telemetry.warn('agents’ report and events differ', { count: differences.length, listedIn: key });
}
