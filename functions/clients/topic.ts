import type { Config } from '../config.ts';
import { sendSigned } from './signed-request.ts';

/** A message for who subscribed to a topic: people read the text, programs the JSON. */
export type TopicMessage = {
  readonly subject: string;
  readonly text: string;
  readonly json: object;
  /** By which a subscription can choose what it gets. */
  readonly attributes: Readonly<Record<string, string>>;
};

/** Amazon SNS API Reference, `Publish`: "less than 100 characters" of ASCII, beginning with a letter, digit or punctuation. */
const longestSubject = 99;
const machines = ['sqs', 'lambda', 'http', 'https', 'email-json'];

/**
 * Publishes a message. By one call of the query protocol: the SDK's client is larger than the rest of a function.
 *
 * @throws Error when SNS refuses or cannot be reached
 */
export async function publish(aws: Config['aws'], topicArn: string, message: TopicMessage): Promise<void> {
  const json = JSON.stringify(message.json);
  const forEach = { default: message.text, ...Object.fromEntries(machines.map((name) => [name, json])) };
  const attributes = Object.entries(message.attributes).flatMap(([name, value], i) => {
    const entry = `MessageAttributes.entry.${i + 1}`;
    return [
      [`${entry}.Name`, name],
      [`${entry}.Value.DataType`, 'String'],
      [`${entry}.Value.StringValue`, value],
    ] as [string, string][];
  });
  const body = new URLSearchParams([
    ['Action', 'Publish'],
    ['Version', '2010-03-31'],
    ['TopicArn', topicArn],
    ['Subject', asciiLine(message.subject).slice(0, longestSubject)],
    ['MessageStructure', 'json'],
    ['Message', JSON.stringify(forEach)],
    ...attributes,
  ]);
  await sendSigned(aws, {
    service: 'sns',
    method: 'POST',
    url: new URL(aws.endpoint ?? `https://sns.${aws.region}.amazonaws.com/`),
    body: body.toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
}

/** What a mail's subject can hold: accents are left off, anything else becomes a question mark. */
function asciiLine(text: string): string {
  return text
    .replaceAll('\u00a0', ' ')
    .replaceAll('’', "'")
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^\x20-\x7e]/g, '?');
}
