import type { Outputs } from '../read-outputs.ts';

/** What somebody must know once a stage is deployed. */
export type Deployed = {
  readonly stage: string;
  readonly region: string;
  readonly outputs: Outputs;
  /** Origins that are missing in Connect. */
  readonly toApprove: readonly string[];
  /** Whether agents sign in before their pages send. */
  readonly agentsSignIn: boolean;
};

/** Where everything is, and what is left to do, for a person. */
export function describeOutputs({ stage, region, outputs, toApprove, agentsSignIn }: Deployed): string {
  return [
    '',
    `  softphone              ${outputs.AgentSiteUrl}`,
    `  managers' pages        ${outputs.ManagerSiteUrl}`,
    `  OpenSearch Dashboards  ${outputs.OpenSearchDashboardsUrl}`,
    `  users, create them at  ${outputs.UsersUrl}`,
    // Whole, because it is copied to where the stage is not known.
    `                         or: npm run users -- add EMAIL --group managers --stage ${stage} --region ${region}`,
    `  API                    ${outputs.ApiUrl}`,
    ...approval(toApprove),
    ...(agentsSignIn
      ? []
      : ['', 'Ingest is open to anyone who knows the URL and the name of an agent: docs/deploy.md.']),
  ].join('\n');
}

function approval(origins: readonly string[]): readonly string[] {
  if (origins.length === 0) return [];
  return [
    '',
    `Add to "Approved origins" in Amazon Connect's console what is not there yet:`,
    ...origins.map((origin) => `  ${origin}`),
    `Without that Connect's softphone refuses to be embedded there.`,
  ];
}
