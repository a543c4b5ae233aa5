import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';

export type ClientConfig = {
  readonly region: string;
  readonly endpoint?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
};

/**
 * How to reach a stage: your shell's account, or, for the stage `local`, the emulator of `npm start`
 * (local/aws/account.ts).
 */
export function clientConfig(stage: string, region: string): ClientConfig {
  if (stage !== 'local') return { region };
  return {
    region,
    endpoint: process.env.AWS_ENDPOINT_URL ?? `http://127.0.0.1:${process.env.AWS_PORT ?? 4566}`,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
}

/** The CloudFormation stack of a stage. */
export function stackName(stage: string): string {
  return `softphone-quality-${stage}`;
}

/**
 * Asks AWS about the stage's stack, which shows that the credentials are good.
 *
 * @returns the stack's status; undefined if there is none yet
 * @throws Error that says what to do about the credentials
 */
export async function stackStatus(stage: string, config: ClientConfig): Promise<string | undefined> {
  const client = new CloudFormationClient(config);
  try {
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: stackName(stage) }));
    return Stacks?.[0]?.StackStatus;
  } catch (error) {
    if (error instanceof Error && /does not exist/.test(error.message)) return undefined;
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    throw new Error(
      `AWS does not let you in (${reason}). Sign in, for instance with "aws sso login", or set AWS_PROFILE.`,
    );
  }
}
