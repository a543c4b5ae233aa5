import type { IncomingMessage } from 'node:http';

/** A request to AWS, as it came over the wire. */
export type AwsRequest = {
  /** Of the signature: `es`, `s3`, `sqs` …; undefined of a request that is not signed. */
  readonly service: string | undefined;
  readonly method: string;
  /** As IAM knows it: without the query, and not encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The operation, where the service's protocol names it in a header. */
  readonly operation: string;
  readonly body: string;
};

export async function readAwsRequest(request: IncomingMessage): Promise<AwsRequest> {
  const { headers, method = '' } = request;
  const url = new URL(request.url ?? '/', 'http://aws.example');
  const target = String(headers['x-amz-target'] ?? '');
  return {
    service: /Credential=[^,]*\/([\w-]+)\/aws4_request/.exec(headers.authorization ?? '')?.[1],
    method,
    path: decodeURIComponent(url.pathname),
    query: url.searchParams,
    operation: target.slice(target.lastIndexOf('.') + 1),
    body: Buffer.concat(await request.toArray()).toString(),
  };
}

/**
 * What a role must allow for a request, as `es:ESHttpPost /_bulk` or `s3:GetObject FailedRecordsBucket/key`.
 * Source: Service Authorization Reference, the pages of each service.
 *
 * @throws Error of a request to a service that is not known here
 */
export function rightFor(request: AwsRequest): string {
  const { service = '', operation, path } = request;
  if (service === 'es') return `es:ESHttp${capitalised(request.method)} ${path}`;
  if (service === 's3') return s3Right(request);
  if (service === 'connect') return `connect:${connectOperation(path)} instance`;
  if (service === 'sqs') return `sqs:${operation} ${field(request, 'QueueUrl').split('/').at(-1)}`;
  // Neither knows a resource to be limited to.
  if (service === 'monitoring') return `cloudwatch:${operation} *`;
  if (service === 'cognito-identity') return `cognito-identity:${operation} *`;
  if (service === 'cognito-idp') return `cognito-idp:${operation} ${field(request, 'UserPoolId')}`;
  if (service === 'secretsmanager') return `secretsmanager:${operation} ${field(request, 'SecretId')}`;
  if (service === 'kinesis') return `kinesis:${operation} ${field(request, 'StreamARN')}`;
  if (service === 'sns') return snsRight(request);
  throw new Error(`Say in rightFor which action ${request.method} ${path} of ${service} is`);
}

function s3Right({ method, path, query }: AwsRequest): string {
  const [, bucket = '', key] = /^\/([^/]+)\/?(.*)$/.exec(path) ?? [];
  if (query.has('list-type')) return `s3:ListBucket ${bucket}`;
  return `s3:${capitalised(method)}Object ${bucket}/${key}`;
}

function snsRight({ body }: AwsRequest): string {
  const parameters = new URLSearchParams(body);
  return `sns:${parameters.get('Action')} ${parameters.get('TopicArn')}`;
}

function connectOperation(path: string): string {
  if (path.startsWith('/routing-profiles-summary/')) return 'ListRoutingProfiles';
  if (path.startsWith('/metrics/current/')) return 'GetCurrentMetricData';
  if (path.startsWith('/metrics/userdata/')) return 'GetCurrentUserData';
  if (path === '/metrics/data') return 'GetMetricDataV2';
  if (path.startsWith('/queues-summary/')) return 'ListQueues';
  if (path.startsWith('/user-hierarchy-structure/')) return 'DescribeUserHierarchyStructure';
  if (path === '/search-users') return 'SearchUsers';
  if (path === '/search-user-hierarchy-groups') return 'SearchUserHierarchyGroups';
  throw new Error(`Say in connectOperation which operation ${path} is`);
}

function field({ body }: AwsRequest, name: string): string {
  return String((JSON.parse(body) as Record<string, unknown>)[name]);
}

function capitalised(method: string): string {
  return `${method[0]}${method.slice(1).toLowerCase()}`;
}
