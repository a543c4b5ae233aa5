import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { sendSigned } from '../../../functions/clients/signed-request.ts';
import type { Alert } from '../../../model/alerts/alert.ts';
import type { AlertRule } from '../../../model/alerts/rule.ts';
import { alertList, type RuleBook, ruleBook } from '../../../model/query/alerts.ts';
import { emulator } from './aws.ts';
import { type Answer, send } from './http.ts';
import { query } from './query.ts';
import { runningStack } from './stack.ts';
import { waitFor } from './wait-for.ts';

const stackName = 'softphone-quality-local';
const account = '000000000000';

/** Has the deployed function look at the alerts, now. One that its schedule was quicker than looks again. */
export async function lookForAlerts(): Promise<void> {
  const lambda = new LambdaClient(emulator());
  await waitFor(
    'a look at the alerts',
    async () => {
      const { FunctionError, Payload } = await lambda.send(
        new InvokeCommand({ FunctionName: `${stackName}-alert` }),
      );
      return FunctionError === undefined ? undefined : Payload?.transformToString();
    },
    (failure) => failure === undefined,
  );
}

/** The alerts of the last and the next hour of a group, as somebody is shown them. */
export async function alertsOf(group: string, token: string): Promise<Alert[]> {
  const range: [string, string][] = [
    ['from', new Date(Date.now() - 3_600_000).toISOString()],
    ['to', new Date(Date.now() + 3_600_000).toISOString()],
  ];
  const { status, text } = await query('alerts', token, range);
  if (status !== 200) throw new Error(text);
  return alertList.parse(JSON.parse(text)).alerts.filter((its) => its.group === group);
}

export async function rulesAs(token: string): Promise<RuleBook> {
  return ruleBook.parse(JSON.parse((await query('alert-rules', token)).text));
}

/** Asks to replace the rules. */
export function putRules(
  token: string,
  change: { readonly version: string; readonly rules: readonly AlertRule[] },
): Promise<Answer> {
  return send(`${runningStack().apiUrl}/query/alert-rules`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(change),
  });
}

/** Puts the webhook's URL where an admin would. */
export async function putWebhook(url: string): Promise<void> {
  await call('secretsmanager', 'secretsmanager.PutSecretValue', {
    SecretId: `${stackName}-alert-webhook`,
    SecretString: url,
  });
}

const queued = z.object({ Message: z.string() });
const event = z.object({
  event: z.string(),
  key: z.string(),
  alert: z.object({ group: z.string().nullable() }),
  text: z.string(),
  link: z.url(),
});
const message = event.extend({ also: z.array(event).default([]) });
export type Told = z.infer<typeof event>;

/** The events that a message tells of: all of one look come together. */
export function readTold(body: string): Told[] {
  const { also, ...first } = message.parse(JSON.parse(body));
  return [first, ...also];
}

/** Subscribes a queue to the topic of alerts; gives what was told to it since. */
export async function subscribe(): Promise<() => Promise<Told[]>> {
  const sqs = new SQSClient(emulator());
  const name = `alerts-${crypto.randomUUID()}`;
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: name }));
  const { region } = emulator();
  const parameters = new URLSearchParams({
    Action: 'Subscribe',
    Version: '2010-03-31',
    TopicArn: `arn:aws:sns:${region}:${account}:${stackName}-alerts`,
    Protocol: 'sqs',
    Endpoint: `arn:aws:sqs:${region}:${account}:${name}`,
  });
  await sendSigned(aws(), {
    service: 'sns',
    method: 'POST',
    url: new URL(emulator().endpoint),
    body: parameters.toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  const got: Told[] = [];
  return async () => {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 600 }),
    );
    for (const { Body = '' } of Messages) {
      got.push(...readTold(queued.parse(JSON.parse(Body)).Message));
    }
    return got;
  };
}

const aws = () => ({
  region: emulator().region,
  endpoint: emulator().endpoint,
  credentials: emulator().credentials,
});

function call(service: string, target: string, body: object): Promise<string> {
  return sendSigned(aws(), {
    service,
    method: 'POST',
    url: new URL(emulator().endpoint),
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target },
  });
}
