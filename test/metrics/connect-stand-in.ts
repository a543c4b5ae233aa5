import { ConnectClient } from '@aws-sdk/client-connect';
import * as z from 'zod';
import { makeThrottle } from '../../local/connect/connect-api/throttle.ts';
import { instance, profiles, type Truth, users } from './truth.ts';

const page = { MaxResults: z.int().min(1).max(100), NextToken: z.string().optional() };

/** Limits as in the API Reference: whatever is beyond them is refused. */
const historicalRequest = z
  .strictObject({
    ResourceArn: z.string().endsWith(`:instance/${instance.instanceId}`),
    StartTime: z.number().multipleOf(900),
    EndTime: z.number().multipleOf(900),
    Interval: z.strictObject({
      TimeZone: z.literal('UTC'),
      IntervalPeriod: z.enum(['FIFTEEN_MIN', 'THIRTY_MIN']),
    }),
    Filters: z.tuple([
      z.strictObject({
        FilterKey: z.enum(['QUEUE', 'ROUTING_PROFILE', 'AGENT']),
        FilterValues: z.array(z.string()).min(1).max(100),
      }),
    ]),
    Groupings: z.array(z.string()).length(1),
    Metrics: z.array(
      z.strictObject({
        Name: z.string(),
        Threshold: z
          .tuple([z.strictObject({ Comparison: z.literal('LT'), ThresholdValue: z.literal(20) })])
          .optional(),
      }),
    ),
    ...page,
  })
  .refine(({ StartTime, EndTime }) => StartTime < EndTime && EndTime - StartTime < 3 * 86_400);

const currentRequest = z.strictObject({
  Filters: z.strictObject({
    Queues: z.array(z.string()).min(1).max(100),
    Channels: z.array(z.enum(['VOICE', 'CHAT', 'TASK'])).min(1),
  }),
  Groupings: z.tuple([z.literal('QUEUE'), z.literal('CHANNEL')]),
  CurrentMetrics: z.array(z.strictObject({ Name: z.string(), Unit: z.string() })),
  ...page,
});

/** Of what Connect cannot group by the subject: the same place, "Valid groupings and filters". */
const notOf = {
  QUEUE: /AGENT_OCCUPANCY|_TIME_AGENT$/,
  ROUTING_PROFILE: /_BY_/,
  AGENT: /SERVICE_LEVEL|_IN_X$|AVG_QUEUE_ANSWER_TIME/,
};

type Request = {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly headers: object;
};

export type StandIn = {
  readonly client: ConnectClient;
  /** Requests that came, by operation, refused ones too. */
  readonly asked: Map<string, number>;
  /** Of them, those that were refused because they were too many. */
  readonly refused: () => number;
  /** Whatever it says now is refused, by the operation and how far into the pages it is. */
  readonly fails: { when: (operation: string, start: number) => boolean };
  /** Metrics that it leaves out of its answers. */
  readonly omitted: Set<string>;
};

/**
 * Amazon Connect's metrics API, in the process: it lets through what an account may ask by
 * default, which somebody else uses up now and then, gives small pages, and tells of contacts hours late.
 */
export function standInForConnect(
  truth: Truth,
  { pageSize = 100, throttles = true, now = Date.now } = {},
): StandIn {
  const lets = throttles ? makeUsedUpThrottle() : { through: () => true, refused: () => 0 };
  const asked = new Map<string, number>();
  const fails: StandIn['fails'] = { when: () => false };
  const omitted = new Set<string>();
  const answers: Readonly<Record<string, (request: unknown, start: number) => object>> = {
    'metrics/data': (request, start) => historical(truth, request, { start, pageSize, now: now(), omitted }),
    'metrics/current': (request, start) => current(request, start, pageSize),
    'metrics/userdata': (_, start) => userData(start, pageSize),
    'routing-profiles-summary': () => ({ RoutingProfileSummaryList: profiles }),
  };
  const answer = ({ path, body }: Request): Answer => {
    const operation = operationOf(path);
    const request: unknown = body ? JSON.parse(textOf(body)) : {};
    asked.set(operation, (asked.get(operation) ?? 0) + 1);
    const start = startOf(request);
    if (!lets.through(operation)) return { status: 429, json: {}, type: 'ThrottlingException' };
    if (fails.when(operation, start)) return { status: 400, json: {}, type: 'InvalidRequestException' };
    const its = answers[operation];
    if (!its) return { status: 404, json: {}, type: 'ResourceNotFoundException' };
    return { status: 200, json: its(request, start) };
  };
  return { client: clientOf(answer), asked, refused: lets.refused, fails, omitted };
}

type Answer = { readonly status: number; readonly json: object; readonly type?: string };

/** As Connect throttles; of every eighth request somebody else has used all up a moment before. */
function makeUsedUpThrottle() {
  const throttle = makeThrottle(() => Date.now());
  let [requests, refused] = [0, 0];
  const passes = (operation: string) => {
    try {
      throttle(operation);
      return true;
    } catch {
      return false;
    }
  };
  return {
    refused: () => refused,
    through: (operation: string) => {
      requests += 1;
      while (requests % 8 === 0 && passes(operation));
      const isLet = passes(operation);
      if (!isLet) refused += 1;
      return isLet;
    },
  };
}

/** The client that the functions have, which asks nobody but the answer. */
function clientOf(answer: (request: Request) => Answer): ConnectClient {
  return new ConnectClient({
    region: 'eu-central-1',
    credentials: { accessKeyId: 'dummy', secretAccessKey: 'dummy' },
    retryMode: 'adaptive',
    maxAttempts: 8,
    requestHandler: {
      handle: async (request: Request) => {
        const { status, json, type } = answer(request);
        const headers = { 'content-type': 'application/json', ...(type ? { 'x-amzn-errortype': type } : {}) };
        const body = new TextEncoder().encode(JSON.stringify(json));
        return { response: { statusCode: status, headers, body } };
      },
    } as never,
  });
}

function textOf(body: unknown): string {
  return body instanceof Uint8Array ? new TextDecoder().decode(body) : String(body);
}

/** `metrics/data`, `routing-profiles-summary` … */
function operationOf(path: string): string {
  const [, first = '', second] = path.split('/');
  return first === 'metrics' ? `metrics/${second}` : first;
}

function startOf(request: unknown): number {
  return Number(z.object({ NextToken: z.string().default('0') }).parse(request).NextToken);
}

function pageFrom<Item>(all: readonly Item[], start: number, size: number) {
  const end = start + size;
  return { items: all.slice(start, end), next: end < all.length ? { NextToken: String(end) } : {} };
}

type Page = {
  readonly start: number;
  readonly pageSize: number;
  readonly now: number;
  readonly omitted: ReadonlySet<string>;
};

function historical(truth: Truth, body: unknown, { start, pageSize, now, omitted }: Page): object {
  const { StartTime, EndTime, Interval, Filters, Groupings, Metrics } = historicalRequest.parse(body);
  const [{ FilterKey: key, FilterValues }] = Filters;
  const names = Metrics.map(({ Name }) => Name);
  const wrong = names.filter((name) => notOf[key].test(name));
  if (EndTime * 1000 > now || Groupings[0] !== key || wrong.length > 0) {
    throw new Error(`Connect would refuse this: ${key} ${wrong}`);
  }
  const seconds = Interval.IntervalPeriod === 'THIRTY_MIN' ? 1800 : 900;
  const starts = Array.from({ length: (EndTime - StartTime) / seconds }, (_, i) => StartTime + i * seconds);
  const results = FilterValues.flatMap((id) =>
    starts.flatMap((from) => {
      const interval = { from: from * 1000, to: (from + seconds) * 1000 };
      const figures = truth.figures({ key, id, ...interval, asOf: now });
      if (!figures) return [];
      return {
        Dimensions: { [key]: id, [`${key}_ARN`]: `arn:${id}` },
        MetricInterval: { Interval: Interval.IntervalPeriod, StartTime: from, EndTime: from + seconds },
        Collections: names
          .filter((name) => !omitted.has(name))
          .map((Name) => ({ Metric: { Name }, Value: figures[Name] })),
      };
    }),
  );
  const { items, next } = pageFrom(results, start, pageSize);
  return { MetricResults: items, ...next };
}

/** Each queue has as many waiting contacts as it has a number, and nothing but voice. */
function current(body: unknown, start: number, pageSize: number): object {
  const { Filters, CurrentMetrics } = currentRequest.parse(body);
  const results = Filters.Queues.map((Id) => ({
    Dimensions: { Queue: { Id, Arn: `arn:${Id}` }, Channel: 'VOICE' },
    Collections: CurrentMetrics.map((Metric) => ({
      Metric,
      Value: Metric.Name === 'ESTIMATED_WAIT_TIME' ? null : Number(Id.split('-')[1]),
    })),
  }));
  const { items, next } = pageFrom(results, start, pageSize);
  return { MetricResults: items, ...next, DataSnapshotTime: Math.floor(Date.now() / 1000) };
}

/** Every third agent is at lunch, the others are available, and half of those have a contact. */
function userData(start: number, pageSize: number): object {
  const all = users.map(({ id }, i) => ({
    User: { Id: id },
    RoutingProfile: { Id: `profile-${i % profiles.length}` },
    Status: { StatusName: i % 3 === 0 ? 'Lunch' : 'Available' },
    Contacts: i % 2 === 0 ? [] : [{ ContactId: `contact-${i}` }],
  }));
  const { items, next } = pageFrom(all, start, pageSize);
  return { UserDataList: items, ...next };
}
