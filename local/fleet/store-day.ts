import { apiMetricsKind } from '../../functions/ingest/api-metrics-kind.ts';
import type { IngestDeps } from '../../functions/ingest/ingest-deps.ts';
import type { MessageKind } from '../../functions/ingest/message-kind.ts';
import { softphoneReportKind } from '../../functions/ingest/softphone-report-kind.ts';
import { softphoneStatsKind } from '../../functions/ingest/softphone-stats-kind.ts';
import { storeMessages } from '../../functions/ingest/store-messages.ts';
import type { Envelope } from '../../model/messages/envelope.ts';
import type { SentMessage } from './sent-message.ts';

/** Enough for a machine that is busy with everything else, too. */
const patienceMillis = 60_000;

/**
 * Stores messages as the deployed functions do with each alone: the same schema, checks, enrichment and writing, but
 * many in one request to the search service.
 *
 * @returns how many windows, events, reports, operations and failures were stored
 */
export async function storeDay(messages: readonly SentMessage[], deps: IngestDeps): Promise<number> {
  const stats = await storeRoute(softphoneStatsKind, messages, deps);
  const reports = await storeRoute(softphoneReportKind, messages, deps);
  return stats + reports + (await storeRoute(apiMetricsKind, messages, deps));
}

async function storeRoute<Message extends Envelope>(
  kind: MessageKind<Message>,
  messages: readonly SentMessage[],
  deps: IngestDeps,
): Promise<number> {
  const arrivals = messages
    .filter(({ route }) => route === kind.route)
    .map(({ body, ...context }) => ({ message: kind.schema.parse(body), context }));
  if (arrivals.length === 0) return 0;
  return storeMessages(kind, arrivals, deps, Date.now() + patienceMillis);
}
