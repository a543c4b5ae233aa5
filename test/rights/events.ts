import type { APIGatewayProxyEventV2, APIGatewayProxyEventV2WithJWTAuthorizer, SQSEvent } from 'aws-lambda';
import { makeExampleEvent } from '../../functions/ingest/example-event.ts';
import type { KeptMessage } from '../../functions/ingest/kept-message.ts';
import type { Envelope } from '../../model/messages/envelope.ts';

/** What Lambda gives a function beside the event. */
export const context = { getRemainingTimeInMillis: () => 30_000 };

/** A page's message, as the gateway brings it. */
export function posted(message: Envelope): APIGatewayProxyEventV2 {
  const event = makeExampleEvent(JSON.stringify(message));
  return { ...event, requestContext: { ...event.requestContext, timeEpoch: Date.parse(message.sentAt) } };
}

/** What the gateway brings of somebody in these groups who asks `/query/<path>`. */
export function asked(path: string, rawQueryString: string, groups: string) {
  const event = makeExampleEvent('');
  const authorizer = {
    principalId: '',
    integrationLatency: 0,
    jwt: { claims: { token_use: 'access', 'cognito:groups': groups }, scopes: [] },
  };
  return {
    ...event,
    rawQueryString,
    pathParameters: { proxy: path },
    requestContext: { ...event.requestContext, authorizer },
  } satisfies APIGatewayProxyEventV2WithJWTAuthorizer;
}

/** A message that could not be stored when it came. */
export function kept(route: string, message: Envelope): KeptMessage {
  return { route, message: { ...message }, context: { receivedAt: message.sentAt } };
}

/** What Lambda brings from a queue. */
export function received(body: string): SQSEvent {
  return {
    Records: [
      {
        messageId: 'm',
        receiptHandle: 'r',
        body,
        attributes: {
          ApproximateReceiveCount: '1',
          SentTimestamp: String(Date.now()),
          SenderId: 's',
          ApproximateFirstReceiveTimestamp: String(Date.now()),
        },
        messageAttributes: {},
        md5OfBody: '',
        eventSource: 'aws:sqs',
        eventSourceARN: 'arn:aws:sqs:eu-central-1:123456789012:IngestQueue',
        awsRegion: 'eu-central-1',
      },
    ],
  };
}
