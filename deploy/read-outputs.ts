import {
  CloudFormationClient,
  type CloudFormationClientConfig,
  DescribeStacksCommand,
} from '@aws-sdk/client-cloudformation';
import * as z from 'zod';
import { rtcLibrary } from './rtc-library.ts';

const value = z.union([z.string(), z.number(), z.record(z.string(), z.unknown())]);

/** A site's settings are JSON in an output. CloudFormation has no absent value, only an empty one. */
const settings = z
  .string()
  .transform((text) => z.record(z.string(), value).parse(JSON.parse(text)))
  .transform((its) => Object.fromEntries(Object.entries(its).filter(([, value]) => value !== '')));

/** What the deployment says of itself: the outputs in deploy/*.yml. */
const outputs = z.object({
  HttpApiId: z.string(),
  ApiUrl: z.url(),
  UserPoolId: z.string(),
  ContactRecordsStream: z.string(),
  AgentEventsStream: z.string(),
  /** Where agents sign in to send. */
  AgentUserPoolId: z.string().optional(),
  AgentSiteBucket: z.string(),
  AgentSiteHeaders: z.string(),
  AgentSiteId: z.string(),
  AgentSiteSettings: settings,
  AgentSiteUrl: z.url(),
  /** Where the agents' page hosts the sound of calls. */
  RtcLibrary: z
    .string()
    .transform((text) => JSON.parse(text) as unknown)
    .pipe(rtcLibrary)
    .optional(),
  ManagerSiteBucket: z.string(),
  ManagerSiteHeaders: z.string(),
  ManagerSiteId: z.string(),
  ManagerSiteSettings: settings,
  ManagerSiteUrl: z.url(),
  FailedRecordsBucket: z.string(),
  IngestQueueUrl: z.url(),
  IngestDeadLettersUrl: z.url(),
  ReplayFunction: z.string(),
  SelfTestFunction: z.string(),
  OpenSearchDashboardsUrl: z.url(),
  UsersUrl: z.url(),
  EraseFunction: z.string(),
  BackfillFunction: z.string(),
  UsersFunction: z.string(),
  WfmFilesFunction: z.string(),
  SendWfmFunction: z.string(),
  /** Where files are sent. */
  WfmBucket: z.string().optional(),
  ReconcileFunction: z.string(),
});
export type Outputs = z.infer<typeof outputs>;

/**
 * Reads the outputs of a deployed CloudFormation stack.
 *
 * @throws Error that names those that are missing
 */
export async function readOutputs(stackName: string, config: CloudFormationClientConfig): Promise<Outputs> {
  const client = new CloudFormationClient(config);
  const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: stackName }));
  const its = Stacks?.[0]?.Outputs ?? [];
  const { data, error } = outputs.safeParse(
    Object.fromEntries(its.map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue])),
  );
  if (data) return data;
  const missing = error.issues.map(({ path }) => path.join('.')).join(', ');
  throw new Error(
    `The stack ${stackName} does not say ${missing}: its deployment failed, or is of another version. Deploy it from this checkout.`,
  );
}
