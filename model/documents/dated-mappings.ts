import { agentEventMapping } from './agent-event.ts';
import { apiMetricMapping } from './api-metric.ts';
import { callMapping } from './call.ts';
import { callLogMapping } from './call-log.ts';
import { callReportMapping } from './call-report.ts';
import { contactMapping } from './contact.ts';
import { currentMetricMapping } from './current-metric.ts';
import { flowStepMapping } from './flow-step.ts';
import { historicalMetricMapping } from './historical-metric.ts';
import type { DatedKind } from './kinds.ts';
import type { Properties } from './mapping.ts';
import { preflightMapping } from './preflight.ts';
import { readinessMapping } from './readiness-change.ts';
import { streamWindowMapping } from './stream-window.ts';

/** What the fields of each dated kind are. */
export const datedMappings: Readonly<Record<DatedKind, Properties>> = {
  'softphone-stream-stats': streamWindowMapping,
  'softphone-calls': callMapping,
  'softphone-call-reports': callReportMapping,
  'softphone-api-metrics': apiMetricMapping,
  'softphone-preflights': preflightMapping,
  'softphone-readiness': readinessMapping,
  'softphone-call-logs': callLogMapping,
  'connect-contacts': contactMapping,
  'connect-agent-events': agentEventMapping,
  'connect-flow-logs': flowStepMapping,
  'connect-current-metrics': currentMetricMapping,
  'connect-historical-metrics': historicalMetricMapping,
};
