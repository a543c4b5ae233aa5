/** The dated indices: `<kind>-<period>`, see dated-index.ts. */
export const datedKinds = [
  'softphone-stream-stats',
  'softphone-calls',
  'softphone-call-reports',
  'softphone-api-metrics',
] as const;
export type DatedKind = (typeof datedKinds)[number];
