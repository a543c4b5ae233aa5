import type * as z from 'zod';
import { apiMetricsKind } from '../ingest/api-metrics-kind.ts';
import { softphoneReportKind } from '../ingest/softphone-report-kind.ts';
import { softphoneStatsKind } from '../ingest/softphone-stats-kind.ts';
import { exampleApiMetrics, exampleReport, exampleStats } from './examples.ts';

/** What the document says of a route that the agents' page posts to. */
export type IngestRoute = {
  readonly kind: { readonly route: string; readonly schema: z.ZodType };
  readonly schemaName: string;
  readonly summary: string;
  readonly example: unknown;
};

export const ingestKinds: readonly IngestRoute[] = [
  {
    kind: softphoneStatsKind,
    schemaName: 'SoftphoneStats',
    summary: 'The windows of one SOFTPHONE_STATS event, or what happened to the call',
    example: exampleStats,
  },
  {
    kind: softphoneReportKind,
    schemaName: 'SoftphoneReport',
    summary: "One call's SOFTPHONE_REPORT",
    example: exampleReport,
  },
  {
    kind: apiMetricsKind,
    schemaName: 'ApiMetrics',
    summary:
      "One page's calls of the agent API in 30 seconds; or a check before a call, or what keeps its agent from the next one",
    example: exampleApiMetrics,
  },
];
