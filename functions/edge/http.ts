import type { APIGatewayProxyEventV2, APIGatewayProxyEventV2WithJWTAuthorizer, Context } from 'aws-lambda';
import { errorKinds, KnownError } from '../errors.ts';
import { describeError } from './describe-error.ts';
import { type HttpReply, problemReply } from './problem.ts';
import type { Telemetry } from './telemetry.ts';

/** A request of an HTTP API (payload format 2.0), without the gateway's own terms. */
export type HttpRequest = {
  readonly requestId: string;
  /** The gateway's name of the route, such as `GET /query/alerts`. */
  readonly routeKey: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Of the raw query string: the gateway's own map joins repeated values with commas. */
  readonly query: URLSearchParams;
  readonly pathParameters: Readonly<Record<string, string | undefined>>;
  /** Of the JWT that the gateway checked; empty on routes without an authorizer. */
  readonly claims: Readonly<Record<string, unknown>>;
  readonly body: Buffer;
  readonly sourceIp: string | undefined;
  /** When the gateway took the request. */
  readonly receivedAt: Date;
  /** When the answer must be out, in epoch milliseconds. */
  readonly deadline: number;
};

export type HttpAnswer = {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

type HttpEvent = APIGatewayProxyEventV2 | APIGatewayProxyEventV2WithJWTAuthorizer;
export type HttpHandler = (
  event: HttpEvent,
  context?: Pick<Context, 'getRemainingTimeInMillis'>,
) => Promise<HttpReply>;

/** The gateway gives up at 30 s; the answer must be on its way before. */
const longestMillis = 25_000;
const spareMillis = 1000;

/**
 * Makes a Lambda handler of a function that answers a request. What that throws becomes problem details: a
 * `KnownError` its own status, anything else 500.
 *
 * @param route the name by which logs and metrics know it
 */
export function httpHandler(
  route: string,
  telemetry: Telemetry,
  answer: (request: HttpRequest) => Promise<HttpAnswer>,
): HttpHandler {
  return async (event, context) => {
    const started = Date.now();
    const request = httpRequest(event, context?.getRemainingTimeInMillis() ?? longestMillis);
    const facts = { route, requestId: request.requestId };
    try {
      const reply = jsonReply(await answer(request));
      telemetry.info('answered', { ...facts, status: reply.statusCode, millis: Date.now() - started });
      return reply;
    } catch (error) {
      logFailure(error, facts, telemetry);
      return problemReply(error, request.requestId);
    }
  };
}

function httpRequest(event: HttpEvent, remainingMillis: number): HttpRequest {
  const { requestContext } = event;
  const authorizer = 'authorizer' in requestContext ? requestContext.authorizer : undefined;
  return {
    requestId: requestContext.requestId,
    routeKey: event.routeKey,
    headers: lowerCased(event.headers),
    query: new URLSearchParams(event.rawQueryString),
    pathParameters: event.pathParameters ?? {},
    claims: authorizer && 'jwt' in authorizer ? authorizer.jwt.claims : {},
    body: Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8'),
    sourceIp: requestContext.http?.sourceIp,
    receivedAt: new Date(requestContext.timeEpoch || Date.now()),
    deadline: Date.now() + Math.min(longestMillis, remainingMillis) - spareMillis,
  };
}

function lowerCased(headers: HttpEvent['headers'] | undefined): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
}

function jsonReply({ status, body, headers }: HttpAnswer): HttpReply {
  return {
    statusCode: status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
    body: JSON.stringify(body),
  };
}

/** Says of what was refused that it was, and of what failed by our own fault so that an alarm hears of it. */
export function logFailure(
  error: unknown,
  facts: { readonly route: string; readonly requestId?: string },
  telemetry: Telemetry,
): void {
  const reason = error instanceof KnownError ? error.kind : 'internal';
  if (error instanceof KnownError && errorKinds[error.kind].status < 500) {
    telemetry.info('refused', { ...facts, reason, paths: error.faults.map((fault) => fault.path) });
  } else {
    telemetry.count('Failed', 1, { route: facts.route, reason });
    telemetry.error('failed', { ...facts, reason, error: describeError(error) });
  }
}
