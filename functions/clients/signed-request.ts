import aws4 from 'aws4';
import type { Config } from '../config.ts';

export type AwsRequest = {
  readonly service: string;
  readonly method: 'PUT' | 'POST';
  readonly url: URL;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** After which it counts as failed; 5 s if left out. */
  readonly timeoutMillis?: number;
};

const usualTimeoutMillis = 5000;

/** A service has answered, and refuses. */
export class AwsRefusal extends Error {
  /** What it calls that, where its protocol is JSON: `ExpiredIteratorException`. */
  readonly type: string;

  constructor(service: string, status: number, body: string) {
    super(`${service} answered ${status}`);
    this.type = /"__type"\s*:\s*"(?:[^"]*#)?(\w+)/.exec(body)?.[1] ?? '';
  }
}

/**
 * Sends a request to an AWS service, signed (Signature Version 4) by the function's role. For the one or
 * two calls that a function makes of a service: the service's SDK client is larger than the rest of the function.
 *
 * @returns the answer's body
 * @throws AwsRefusal when it refuses; Error when there are no credentials, or the service cannot be reached
 */
export async function sendSigned(aws: Config['aws'], request: AwsRequest): Promise<string> {
  if (!aws.credentials) throw new Error('There are no AWS credentials in the environment');
  const { service, method, url, body, timeoutMillis = usualTimeoutMillis } = request;
  const { headers } = aws4.sign(
    {
      service,
      region: aws.region,
      method,
      host: url.host,
      path: url.pathname + url.search,
      body,
      headers: { ...request.headers },
    },
    aws.credentials,
  );
  const response = await fetch(url, {
    method,
    body,
    headers: headers as Record<string, string>,
    signal: AbortSignal.timeout(timeoutMillis),
  });
  if (!response.ok) throw new AwsRefusal(service, response.status, await response.text());
  return response.text();
}
