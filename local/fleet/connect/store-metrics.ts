import { documentId } from '../../../functions/enrich/document-id.ts';
import { makeAgentEvent } from '../../../model/documents/agent-event.ts';
import { historicalMetricIdentity } from '../../../model/documents/historical-metric.ts';
import { makeContactRecordPart } from '../../../model/documents/make-contact-record-part.ts';
import { profileMetricsOf } from './profile-metrics-of.ts';
import { queueMetricsOf } from './queue-metrics-of.ts';
import { type DemoDocument, type StoreDeps, storeDocuments } from './store-documents.ts';
import type { ToldByConnect } from './told-by-connect.ts';

/** Enough for a machine that is busy with everything else, too. */
const patienceMillis = 120_000;

/**
 * Stores what Amazon Connect counted of the days that it told of, of all agents together. What is there already is not stored
 * again.
 */
export async function storeMetrics(
  told: readonly Pick<ToldByConnect, 'contacts' | 'agentEvents'>[],
  until: Date,
  deps: StoreDeps,
): Promise<void> {
  const records = told.flatMap(({ contacts }) => contacts.map(({ record }) => record));
  const parts = records.map((record) => makeContactRecordPart(record, new Date(record.LastUpdateTimestamp)));
  const events = told.flatMap(({ agentEvents }) =>
    agentEvents.map((event) => makeAgentEvent(event, new Date(event.EventTimestamp))),
  );
  const end = until.getTime();
  const metrics = [...queueMetricsOf(parts, end), ...profileMetricsOf(events, end)];
  const documents = metrics.map((document): DemoDocument => {
    const at = document['@timestamp'];
    const id = documentId(historicalMetricIdentity(document));
    const about = { agent: '', startedAt: at };
    return { kind: 'connect-historical-metrics', at: new Date(at), id, document, about };
  });
  await storeDocuments(documents, deps, Date.now() + patienceMillis);
}
