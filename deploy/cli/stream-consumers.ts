import { CloudFormationClient, paginateListStackResources } from '@aws-sdk/client-cloudformation';
import { DescribeStreamSummaryCommand, KinesisClient } from '@aws-sdk/client-kinesis';
import {
  type EventSourceMappingConfiguration,
  GetEventSourceMappingCommand,
  LambdaClient,
  UpdateEventSourceMappingCommand,
} from '@aws-sdk/client-lambda';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { type ClientConfig, stackName } from './client-config.ts';

/** A function of the deployment that a Kinesis stream invokes. */
export type StreamConsumer = {
  readonly id: string;
  /** As in serverless.yml: `contactRecords`. */
  readonly name: string;
  readonly stream: string;
  /** Lambda's own word: Enabled, Disabled, Enabling … */
  readonly state: string;
  /** So long the stream keeps a record: what nobody takes by then is lost. */
  readonly keptHours: number;
};

/** Lambda needs some seconds; CloudFormation itself waits no longer for it. */
const longestMillis = 120_000;
const everyMillis = 1000;

/** All that a deployment has. Throws what the AWS SDK throws. */
export async function streamConsumers(
  stage: string,
  config: ClientConfig,
): Promise<readonly StreamConsumer[]> {
  const lambda = new LambdaClient(config);
  // Its own way, HTTP/2, the emulator of the local stage does not speak.
  const kinesis = new KinesisClient({ ...config, requestHandler: new NodeHttpHandler() });
  const mappings = await Promise.all(
    (await mappingIds(stage, config)).map((UUID) => lambda.send(new GetEventSourceMappingCommand({ UUID }))),
  );
  const consumers = mappings
    .filter(({ EventSourceArn = '' }) => EventSourceArn.includes(':kinesis:'))
    .map(async (mapping): Promise<StreamConsumer> => {
      const { EventSourceArn: StreamARN = '' } = mapping;
      const { StreamDescriptionSummary: stream } = await kinesis.send(
        new DescribeStreamSummaryCommand({ StreamARN }),
      );
      const keptHours = stream?.RetentionPeriodHours ?? 24;
      return { ...described(mapping, stage), stream: StreamARN.split('/').at(-1) ?? '', keptHours };
    });
  return (await Promise.all(consumers)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Switches one off or on, and waits until Lambda has done it.
 *
 * @returns the state it is in then
 */
export async function switchConsumer(
  { id }: StreamConsumer,
  isOn: boolean,
  config: ClientConfig,
  pause: (millis: number) => Promise<unknown>,
): Promise<string> {
  const lambda = new LambdaClient(config);
  await lambda.send(new UpdateEventSourceMappingCommand({ UUID: id, Enabled: isOn }));
  for (let waited = 0; ; waited += everyMillis) {
    const { State = '' } = await lambda.send(new GetEventSourceMappingCommand({ UUID: id }));
    if (!State.endsWith('ing') || waited >= longestMillis) return State;
    await pause(everyMillis);
  }
}

function described(
  { UUID = '', FunctionArn = '', State = '' }: EventSourceMappingConfiguration,
  stage: string,
) {
  const functionName = /:function:([^:]+)/.exec(FunctionArn)?.[1] ?? FunctionArn;
  return { id: UUID, name: functionName.replace(`${stackName(stage)}-`, ''), state: State };
}

async function mappingIds(stage: string, config: ClientConfig): Promise<readonly string[]> {
  const client = new CloudFormationClient(config);
  const ids: string[] = [];
  for await (const page of paginateListStackResources({ client }, { StackName: stackName(stage) })) {
    for (const { ResourceType, PhysicalResourceId: id } of page.StackResourceSummaries ?? []) {
      if (ResourceType === 'AWS::Lambda::EventSourceMapping' && id) ids.push(id);
    }
  }
  return ids;
}
