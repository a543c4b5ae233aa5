import { dimensionsOf } from '../../functions/enrich/dimensions.ts';
import { placeRecords } from '../../functions/ingest/place-records.ts';
import type { Records } from '../../functions/ingest/records.ts';
import { softphoneStatsKind } from '../../functions/ingest/softphone-stats-kind.ts';
import { ingestOf } from '../../local/fleet/ingest-of.ts';
import type { StatsMessage } from './workload.ts';

const patienceMillis = 10_000;

/** What the function makes of some messages: the windows' documents, and what is said of calls. */
export async function recordsOf(
  messages: readonly StatsMessage[],
  environment: Readonly<Record<string, string>>,
): Promise<Records> {
  const { config, deps } = ingestOf(environment);
  const made = await Promise.all(
    messages.map(async ({ body, ...context }) => {
      const found = await deps.users.find(body.instanceId, body.agent);
      const user = found.standing === 'known' ? found.user : undefined;
      const dimensions = await dimensionsOf(body, context, user, deps.sources);
      const records = softphoneStatsKind.records(body, { context, dimensions }, config);
      return { about: softphoneStatsKind.about(body), records };
    }),
  );
  return placeRecords(made, deps.indexChoice, Date.now() + patienceMillis);
}
