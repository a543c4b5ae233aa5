/** What the agents' pages send. */
export const softphoneKinds = [
  'softphone-stream-stats',
  'softphone-calls',
  'softphone-call-reports',
  'softphone-api-metrics',
  'softphone-preflights',
  'softphone-readiness',
  'softphone-call-logs',
] as const;

/** What Amazon Connect itself tells of contacts and agents, and counts of them. */
const connectKinds = [
  'connect-contacts',
  'connect-agent-events',
  'connect-flow-logs',
  'connect-current-metrics',
  'connect-historical-metrics',
] as const;

/** The dated indices: `<kind>-<period>`, see dated-index.ts. */
export const datedKinds = [...softphoneKinds, ...connectKinds] as const;
export type DatedKind = (typeof datedKinds)[number];
