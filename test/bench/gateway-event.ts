import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { SentMessage } from '../../local/fleet/sent-message.ts';

/** The event that an HTTP API makes of a page's request (payload format 2.0). */
export function gatewayEvent(message: SentMessage): APIGatewayProxyEventV2 {
  const path = `/${message.route}`;
  return {
    version: '2.0',
    routeKey: `POST ${path}`,
    rawPath: path,
    rawQueryString: '',
    headers: {
      'content-type': 'application/json',
      origin: 'http://localhost:5173',
      'user-agent': message.userAgent,
    },
    requestContext: {
      accountId: '123456789012',
      apiId: 'bench',
      domainName: 'localhost',
      domainPrefix: 'bench',
      http: {
        method: 'POST',
        path,
        protocol: 'HTTP/1.1',
        sourceIp: message.sourceIp,
        userAgent: message.userAgent,
      },
      requestId: randomUUID(),
      routeKey: `POST ${path}`,
      stage: '$default',
      time: message.receivedAt.toISOString(),
      timeEpoch: message.receivedAt.getTime(),
    },
    body: JSON.stringify(message.body),
    isBase64Encoded: false,
  };
}
