import { metricPoll, metricPollId, metricPollsIndex, pollers } from '../../model/documents/metric-poll.ts';
import { isOpen } from '../../model/metrics/business-hours.ts';
import type { MetricsHealth } from '../../model/query/health.ts';
import type { MetricsSettings } from '../../model/settings/metrics.ts';
import type { DocumentStore } from '../clients/document-store.ts';

/** What is polled of what Connect counts, and what each poller's last run came to. Throws KnownError `unavailable`. */
export async function metricsHealth(
  store: Pick<DocumentStore, 'read'>,
  { instanceId, settings, now }: { instanceId: string; settings: MetricsSettings; now: Date },
  deadline: number,
): Promise<MetricsHealth> {
  const places = pollers.map((poller) => ({
    index: metricPollsIndex,
    id: metricPollId({ instanceId, poller }),
  }));
  const found = await store.read(places, deadline);
  return {
    zone: settings.zone,
    businessHours: settings.businessHours ?? null,
    isOpen: isOpen(settings, now.getTime()),
    pollers: pollers.map((poller, i) => ({
      poller,
      on: settings[poller].on,
      schedule: settings[poller].schedule,
      last: metricPoll.safeParse(found[i]?.source).data ?? null,
    })),
  };
}
