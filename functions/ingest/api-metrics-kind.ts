import { apiMetricIdentity, makeApiFailure, makeApiMetric } from '../../model/documents/api-metric.ts';
import { makePreflight, preflightIdentity } from '../../model/documents/preflight.ts';
import { makeReadiness, readinessIdentity } from '../../model/documents/readiness-change.ts';
import { type ApiMetrics, apiMetrics } from '../../model/messages/api-metrics.ts';
import { stampsOf } from '../enrich/clock-skew.ts';
import { documentId } from '../enrich/document-id.ts';
import { checkTimes, type NamedTime } from '../enrich/plausible-times.ts';
import type { Enrichment, MessageKind } from './message-kind.ts';
import type { DatedRecords } from './records.ts';

/**
 * One page's API calls of 30 seconds: a document for each operation, and one for each call that failed. And what is
 * about its agent without a call: one for a check, and one for each change of readiness.
 */
export const apiMetricsKind: MessageKind<ApiMetrics> = {
  route: 'api-metrics',
  kinds: ['softphone-api-metrics', 'softphone-preflights', 'softphone-readiness'],
  schema: apiMetrics,
  clean: (message) => message,
  about: ({ agent, startedAt }) => ({ agent, startedAt }),
  check: (message, receivedAt, retentionDays) => {
    checkTimes({ sentAt: message.sentAt, times: timesOf(message) }, receivedAt, retentionDays);
  },
  records: (message, enrichment) => ({
    documents: [
      ...callDocuments(message, enrichment),
      ...preflightDocuments(message, enrichment),
      ...readinessDocuments(message, enrichment),
    ],
    calls: [],
  }),
  completes: () => false,
  size: ({ operations, failures, preflight, readiness = [] }) =>
    operations.length + failures.length + (preflight ? 1 : 0) + readiness.length,
};

function timesOf({ startedAt, endedAt, failures, preflight, readiness = [] }: ApiMetrics): NamedTime[] {
  return [
    { path: '$.startedAt', at: startedAt },
    { path: '$.endedAt', at: endedAt },
    ...failures.map(({ at }, i) => ({ path: `$.failures[${i}].at`, at })),
    ...(preflight ? [{ path: '$.preflight.startedAt', at: preflight.startedAt }] : []),
    ...readiness.map(({ at }, i) => ({ path: `$.readiness[${i}].at`, at })),
  ];
}

type Documents = DatedRecords['documents'];

function callDocuments(message: ApiMetrics, { context, dimensions }: Enrichment): Documents {
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
  return [...summaries, ...failures];
}

function preflightDocuments(
  { preflight, sentAt, instanceId, clientId }: ApiMetrics,
  { context, dimensions }: Enrichment,
): Documents {
  if (!preflight) return [];
  const { startedAt } = preflight;
  const stamps = stampsOf(startedAt, sentAt, context.receivedAt);
  return [
    {
      kind: 'softphone-preflights',
      at: new Date(startedAt),
      id: documentId(preflightIdentity({ instanceId, clientId, startedAt })),
      document: makePreflight({ preflight, stamps, dimensions }),
    },
  ];
}

function readinessDocuments(
  { readiness = [], sentAt, instanceId, clientId }: ApiMetrics,
  { context, dimensions }: Enrichment,
): Documents {
  return readiness.map((change) => ({
    kind: 'softphone-readiness',
    at: new Date(change.at),
    id: documentId(readinessIdentity({ instanceId, clientId, ...change })),
    document: makeReadiness({ change, stamps: stampsOf(change.at, sentAt, context.receivedAt), dimensions }),
  }));
}
