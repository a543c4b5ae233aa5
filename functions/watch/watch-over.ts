import type { Gauges } from '../edge/telemetry.ts';
import type { RecentData } from './recent-data.ts';
import { silenceSeconds } from './silence.ts';

export type Watching = {
  readonly countAgentsOnline: () => Promise<number>;
  readonly recentData: (now: Date) => Promise<RecentData>;
  readonly gauges: Gauges;
};

/**
 * Looks whether what should arrive does, and says it as metrics: `AgentsOnline`, `Silence` (seconds) and
 * `PageVersionDocuments` by page version.
 *
 * @throws Error when Connect or the search service cannot be asked: then nothing is said, and the function fails
 */
export async function watchOver(
  { countAgentsOnline, recentData, gauges }: Watching,
  now: Date,
): Promise<void> {
  const [agents, { newest, pageVersions }] = await Promise.all([countAgentsOnline(), recentData(now)]);
  gauges.measure({ name: 'AgentsOnline', value: agents });
  gauges.measure({ name: 'Silence', value: silenceSeconds(agents, newest, now), unit: 'Seconds' });
  for (const [pageVersion, value] of Object.entries(pageVersions)) {
    gauges.measure({ name: 'PageVersionDocuments', value }, { pageVersion });
  }
}
