import type {
  HistoricalFigure,
  HistoricalMetricDocument,
} from '../../../model/documents/historical-metric.ts';
import { type Expected, exactly, sum } from './expected.ts';

type OfMetrics = (metrics: readonly HistoricalMetricDocument[]) => Expected;

const total = (metrics: readonly HistoricalMetricDocument[], field: HistoricalFigure) =>
  sum(metrics.map(({ [field]: value = 0 }) => value));

/** A share of the contacts that left a queue; it rests on those that came into one. */
const ofLeft =
  (field: HistoricalFigure): OfMetrics =>
  (all) => {
    const left = total(all, 'contactsHandledByConnected') + total(all, 'contactsAbandoned');
    const value = left > 0 ? (100 * total(all, field)) / left : null;
    return { value, restsOn: total(all, 'contactsQueued') };
  };

/** The measures of queues by interval, by their ids. */
export const queueMetricMeasures: Readonly<Record<string, OfMetrics>> = {
  queuedContacts: (all) => exactly(total(all, 'contactsQueuedByEnqueue')),
  answeredByConnect: (all) => exactly(total(all, 'contactsHandledByConnected')),
  abandonedContacts: (all) => exactly(total(all, 'contactsAbandoned')),
  serviceLevel: ofLeft('contactsAnsweredInServiceLevel'),
  abandonedShare: ofLeft('contactsAbandoned'),
  longestWait: (all) => {
    const waits = all.flatMap(({ maxQueuedSeconds }) => maxQueuedSeconds ?? []);
    return { value: waits.length > 0 ? Math.max(...waits) : null, restsOn: waits.length };
  },
};

/** Those of routing profiles. */
export const profileMetricMeasures: Readonly<Record<string, OfMetrics>> = {
  occupancy: (all) => {
    const busy = total(all, 'onContactSeconds');
    const either = busy + total(all, 'idleSeconds');
    return { value: either > 0 ? (100 * busy) / either : null, restsOn: total(all, 'onlineSeconds') };
  },
};
