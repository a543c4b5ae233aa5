import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import * as z from 'zod';
import type { Ports } from '../ports.ts';
import { clientConfig } from './account.ts';

const STACK_NAME = 'softphone-quality-local';

/** A site's settings are JSON in an output. CloudFormation has no absent value, only an empty one. */
const settings = z
  .string()
  .transform((text) => z.record(z.string(), z.union([z.string(), z.number()])).parse(JSON.parse(text)))
  .transform((its) => Object.fromEntries(Object.entries(its).filter(([, value]) => value !== '')));

const outputs = z.object({
  HttpApiId: z.string(),
  ApiUrl: z.url(),
  UserPoolId: z.string(),
  ContactRecordsStream: z.string(),
  AgentEventsStream: z.string(),
  AgentSiteHeaders: z.string(),
  ManagerSiteHeaders: z.string(),
  AgentSiteSettings: settings,
  ManagerSiteSettings: settings,
});

/** What a deployment says of itself. */
export type Deployment = Awaited<ReturnType<typeof readDeployment>>;

/** Reads the outputs of the deployed CloudFormation stack. Throws a ZodError if one is missing. */
export async function readDeployment(ports: Ports) {
  const client = new CloudFormationClient(clientConfig(ports));
  const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: STACK_NAME }));
  const its = outputs.parse(
    Object.fromEntries(
      (Stacks?.[0]?.Outputs ?? []).map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]),
    ),
  );
  return {
    apiId: its.HttpApiId,
    apiUrl: its.ApiUrl,
    instanceId: String(its.AgentSiteSettings.instanceId),
    userPoolId: its.UserPoolId,
    contactRecordsStream: its.ContactRecordsStream,
    agentEventsStream: its.AgentEventsStream,
    agentSite: { headersPolicy: its.AgentSiteHeaders, settings: its.AgentSiteSettings },
    managerSite: { headersPolicy: its.ManagerSiteHeaders, settings: its.ManagerSiteSettings },
  };
}
