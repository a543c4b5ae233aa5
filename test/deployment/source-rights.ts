import * as z from 'zod';
import { resourcesOf } from './template.ts';

const attribute = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) });
/** A stream or queue: by its name in the template, or the ARN of one that exists already. */
const source = z.union([z.string(), attribute.transform((its) => its['Fn::GetAtt'][0])]);

/** AWS Lambda Developer Guide, "Using Lambda with Amazon SQS" and "Using Lambda with Kinesis Data Streams". */
const readingQueue = ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'].map((its) => `sqs:${its}`);
const readingStream = [
  'DescribeStream',
  'DescribeStreamSummary',
  'GetRecords',
  'GetShardIterator',
  'ListShards',
].map((its) => `kinesis:${its}`);

/** A queue or stream is read for the function, by its role: what that must be allowed. */
export function rightsOfSources(file: string, functionName: string): string[] {
  const lambdas = resourcesOf(file, 'AWS::Lambda::Function');
  const its = lambdas.find(({ properties }) => properties.FunctionName === functionName)?.name ?? '';
  return resourcesOf(file, 'AWS::Lambda::EventSourceMapping')
    .filter(({ properties }) => JSON.stringify(properties.FunctionName).includes(`"${its}"`))
    .map(({ properties }) => source.parse(properties.EventSourceArn))
    .flatMap((name) => {
      const isStream = name.startsWith('arn:aws:kinesis:') || name.endsWith('Stream');
      return (isStream ? readingStream : readingQueue).map((right) => `${right} ${name}`);
    });
}
