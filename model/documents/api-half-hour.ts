import { type Dimension, dimensionFields, dimensionsOfApiCalls } from '../query/dimension.ts';
import type { ApiMetricDocument } from './api-metric.ts';
import type { Dimensions, Stamps } from './dimensions.ts';

/**
 * Half hours by UTC, not hours: the hours and days of India's or Adelaide's clocks are whole half hours too. Those of
 * Nepal's and Chatham's are not; there the summaries themselves are counted.
 */
export const halfHourMillis = 1_800_000;

/** When the half hour of an instant begins; both in epoch milliseconds. */
export function halfHourOf(at: number): number {
  return Math.floor(at / halfHourMillis) * halfHourMillis;
}

/**
 * An agent's calls of one operation in a half hour, as far as they share all dimensions that API calls are split by:
 * `softphone-api-metrics-*` with `kind: half-hour`. What it says beside the half hour is what the summaries
 * (`kind: summary`) of its own index come to, so whoever counts both counts twice.
 */
export type ApiHalfHourDocument = Pick<Stamps, '@timestamp' | 'receivedAt'> &
  Dimensions &
  Pick<
    ApiMetricDocument,
    'startedAt' | 'endedAt' | 'name' | 'longPoll' | 'count' | 'errors' | 'faults' | 'buckets'
  > & {
    readonly kind: 'half-hour';
    readonly timeMillis: { readonly max: number; readonly sum: number };
  };

/** What the summaries of a half hour share: each dimension of API calls as it is stored; null where it is not known. */
export type SharedByApiCalls = {
  readonly instanceId: string;
  readonly name: string;
  readonly longPoll: boolean;
  readonly values: Readonly<Partial<Record<Dimension, string | number | null>>>;
};

/** What they come to. */
export type SumOfApiCalls = Pick<
  ApiHalfHourDocument,
  'receivedAt' | 'count' | 'errors' | 'faults' | 'timeMillis' | 'buckets'
>;

/** Makes the document of a half hour's group; pure. What is not known stays absent. */
export function makeApiHalfHour(
  startedAt: number,
  shared: SharedByApiCalls,
  sum: SumOfApiCalls,
): ApiHalfHourDocument {
  const iso = (at: number) => new Date(at).toISOString();
  const { instanceId, name, longPoll, values } = shared;
  const document: Record<string, unknown> = {
    '@timestamp': iso(startedAt),
    kind: 'half-hour',
    startedAt: iso(startedAt),
    endedAt: iso(startedAt + halfHourMillis),
    instanceId,
    name,
    longPoll,
    ...sum,
  };
  for (const dimension of dimensionsOfApiCalls) {
    const value = values[dimension] ?? null;
    if (value !== null) setAt(document, dimensionFields[dimension].split('.'), value);
  }
  return document as ApiHalfHourDocument;
}

/** The parts of its id: the same group has the same, however often it is rolled up. */
export function apiHalfHourIdentity(startedAt: number, shared: SharedByApiCalls): readonly string[] {
  const { instanceId, name, longPoll, values } = shared;
  const own = dimensionsOfApiCalls.map((dimension) => JSON.stringify([dimension, values[dimension] ?? null]));
  return ['api-half-hour', instanceId, new Date(startedAt).toISOString(), name, String(longPoll), ...own];
}

function setAt(object: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [first = '', ...rest] = path;
  if (rest.length === 0) {
    object[first] = value;
    return;
  }
  const inner = (object[first] ?? {}) as Record<string, unknown>;
  object[first] = inner;
  setAt(inner, rest, value);
}
