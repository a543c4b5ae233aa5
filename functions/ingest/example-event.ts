import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** When the example messages' requests reach the gateway. */
export const exampleArrival = Date.parse('2026-03-04T10:00:30.300Z');

/** An API Gateway event (payload format 2.0) with this body, from the softphone page: for tests. */
export function makeExampleEvent(
  body: string,
  change: Partial<Pick<APIGatewayProxyEventV2, 'headers' | 'isBase64Encoded'>> = {},
): APIGatewayProxyEventV2 {
  return {
    version: '2.0',
    routeKey: 'POST /example',
    rawPath: '/example',
    rawQueryString: '',
    headers: { Origin: 'https://softphone.example', 'Content-Type': 'application/json' },
    requestContext: {
      accountId: '123456789012',
      apiId: 'example',
      domainName: 'example',
      domainPrefix: 'example',
      http: { method: 'POST', path: '/example', protocol: 'HTTP/1.1', sourceIp: '81.84.12.7', userAgent: '' },
      requestId: 'request-1',
      routeKey: 'POST /example',
      stage: '$default',
      time: '04/Mar/2026:10:00:30 +0000',
      timeEpoch: exampleArrival,
    },
    body,
    isBase64Encoded: false,
    ...change,
  };
}
