import { datedKinds } from '../../model/documents/kinds.ts';
import {
  type Aggregation,
  dashboard,
  indexPattern,
  type SavedObject,
  search,
  visualization,
} from './saved-object.ts';

const metric = (type: string, field: string, customLabel: string): Aggregation => ({
  type,
  schema: 'metric',
  params: { field, customLabel },
});
const count: Aggregation = { type: 'count', schema: 'metric', params: {} };
const overTime: Aggregation = {
  type: 'date_histogram',
  schema: 'segment',
  params: { field: '@timestamp', interval: 'auto', min_doc_count: 1 },
};
/** One row or colour for each value, those with the most documents first. */
const each = (schema: 'group' | 'bucket', field: string, customLabel: string): Aggregation => ({
  type: 'terms',
  schema,
  params: { field, size: 20, order: 'desc', orderBy: '1', customLabel },
});

const calls = { kind: 'softphone-calls' };
const windows = { kind: 'softphone-stream-stats' };
const api = { kind: 'softphone-api-metrics' };

const pictures = [
  visualization('calls-by-rating', 'Calls by rating', calls, 'histogram', [
    count,
    overTime,
    each('group', 'rating', 'Rating'),
  ]),
  visualization('mos-over-time', 'MOS of calls', calls, 'line', [metric('avg', 'mos.avg', 'MOS'), overTime]),
  visualization(
    'poor-calls-by-queue',
    'Poor calls by queue',
    { ...calls, query: 'rating: "poor"' },
    'table',
    [count, each('bucket', 'contactQueue', 'Queue')],
  ),
  visualization('windows-by-site', 'Audio by site', windows, 'table', [
    count,
    metric('avg', 'packetsLostPercent', 'Loss %'),
    metric('avg', 'roundTripTimeMillis.avg', 'RTT ms'),
    metric('avg', 'jitterMillis.avg', 'Jitter ms'),
    each('bucket', 'site', 'Site'),
  ]),
  visualization('api-by-operation', 'Agent API by operation', { ...api, query: 'kind: "summary"' }, 'table', [
    metric('sum', 'count', 'Calls'),
    metric('sum', 'errors', 'Errors'),
    metric('sum', 'faults', 'Faults'),
    metric('max', 'timeMillis.max', 'Longest ms'),
    each('bucket', 'name', 'Operation'),
  ]),
];

const searches = [
  search('poor-calls', 'Poor calls', { ...calls, query: 'rating: "poor"' }, [
    'agent',
    'contactQueue',
    'contactId',
    'mos.avg',
    'ratingReasons',
    'site',
  ]),
  search('failed-setups', 'Calls whose set-up failed', { ...calls, query: 'setupFailed: true' }, [
    'agent',
    'contactId',
    'failures',
    'browser.name',
    'site',
  ]),
  search('failed-api-calls', 'Failed calls of the agent API', { ...api, query: 'kind: "failure"' }, [
    'agent',
    'name',
    'failure',
    'httpStatus',
    'errorType',
  ]),
];

/** What a deployment brings into OpenSearch Dashboards, until an admin puts another export.ndjson in its place. */
export const savedObjects: readonly SavedObject[] = [
  ...datedKinds.map(indexPattern),
  ...searches,
  ...pictures,
  dashboard('softphone-quality', 'Softphone quality', pictures),
];
