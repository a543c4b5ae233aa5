import { apiMetricIdentity, makeApiFailure, makeApiMetric } from '../../model/documents/api-metric.ts';
import { type ApiMetrics, apiMetrics } from '../../model/messages/api-metrics.ts';
import { stampsOf } from '../enrich/clock-skew.ts';
import { documentId } from '../enrich/document-id.ts';
import { checkTimes } from '../enrich/plausible-times.ts';
import type { MessageKind } from './message-kind.ts';
import type { DatedRecords } from './records.ts';

/** One page's API calls of 30 seconds: a document for each operation, and one for each call that failed. */
export const apiMetricsKind: MessageKind<ApiMetrics> = {
  route: 'api-metrics',
  kinds: ['softphone-api-metrics'],
  schema: apiMetrics,
  clean: (message) => message,
  about: ({ agent, startedAt }) => ({ agent, startedAt }),
  check: ({ sentAt, startedAt, endedAt, failures }, receivedAt, retentionDays) => {
    const own = [
      { path: '$.startedAt', at: startedAt },
      { path: '$.endedAt', at: endedAt },
    ];
    const times = [...own, ...failures.map(({ at }, i) => ({ path: `$.failures[${i}].at`, at }))];
    checkTimes({ sentAt, times }, receivedAt, retentionDays);
  },
  records: (message, { context, dimensions }) => {
    const { startedAt, endedAt, sentAt } = message;
    const its = { kind: 'softphone-api-metrics', at: new Date(startedAt) } as const;
    const stamps = (at: string) => stampsOf(at, sentAt, context.receivedAt);
    const summaries = message.operations.map((operation, place) => ({
      ...its,
      id: documentId(apiMetricIdentity({ ...message, kind: 'summary', place })),
      document: makeApiMetric({ operation, startedAt, endedAt, stamps: stamps(startedAt), dimensions }),
    }));
    const failures = message.failures.map((failure, place) => ({
      ...its,
      id: documentId(apiMetricIdentity({ ...message, kind: 'failure', place })),
      document: makeApiFailure({ failure, stamps: stamps(failure.at), dimensions }),
    }));
    return { documents: [...summaries, ...failures], calls: [] } satisfies DatedRecords;
  },
  completes: () => false,
  size: (message) => message.operations.length + message.failures.length,
};
