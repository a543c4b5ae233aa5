import { describe, expect, test } from 'vitest';
import {
  buildApiMetrics,
  buildCall,
  buildCallReport,
  buildReport,
  buildStats,
  buildWindow,
} from '../../test/builders.ts';
import type { Telemetry } from '../edge/telemetry.ts';
import { KnownError } from '../errors.ts';
import { apiMetricsKind } from './api-metrics-kind.ts';
import { exampleConfig, makeExampleDeps } from './example-deps.ts';
import { makeExampleEvent } from './example-event.ts';
import { ingestHandler } from './ingest-handler.ts';
import { softphoneReportKind } from './softphone-report-kind.ts';
import { softphoneStatsKind } from './softphone-stats-kind.ts';

const json = { 'content-type': 'application/json' };
const origin = { origin: 'https://softphone.example' };

function setUp(change: Parameters<typeof makeExampleDeps>[0] = {}, config = exampleConfig) {
  const { deps, store, counted } = makeExampleDeps(change);
  const handler = ingestHandler(softphoneStatsKind, deps, config);
  const post = async (body: object | string, event: Parameters<typeof makeExampleEvent>[1] = {}) => {
    const reply = await handler(
      makeExampleEvent(typeof body === 'string' ? body : JSON.stringify(body), event),
    );
    return { status: reply.statusCode, headers: reply.headers, answer: JSON.parse(reply.body) };
  };
  return { post, documents: () => [...store.documents().values()], counted };
}

test('stores a message and says how much is accepted', async () => {
  const { post, documents, counted } = setUp();
  expect(await post(buildStats())).toMatchObject({ status: 202, answer: { accepted: 2 } });
  expect(documents()).toHaveLength(3);
  expect(documents()[0]).toMatchObject({
    agentPublicIp: '81.84.12.7',
    site: 'Lisbon',
    '@timestamp': '2026-03-04T10:00:00.000Z',
    receivedAt: '2026-03-04T10:00:30.300Z',
  });
  expect(documents()[0]).not.toHaveProperty('clockSkewMillis');
  expect(counted).toEqual([{ metric: 'Accepted', count: 2, dimensions: { route: 'softphone-stats' } }]);
});

test('takes a body in base64, and a content type with parameters', async () => {
  const { post } = setUp();
  const body = Buffer.from(JSON.stringify(buildStats())).toString('base64');
  const headers = { ...origin, 'content-type': 'application/json; charset=utf-8' };
  expect(await post(body, { isBase64Encoded: true, headers })).toMatchObject({ status: 202 });
});

test('drops fields it does not know, at every depth', async () => {
  const { post, documents } = setUp();
  const [window] = buildStats().windows;
  const body = {
    ...buildStats(),
    note: 'secret-note',
    call: { ...buildCall(), attributes: { account: 'secret-attribute' } },
    windows: [{ ...window, secret: 'secret-column' }],
  };
  const text = JSON.stringify(body).replace('{', '{"__proto__":{"polluted":"secret-proto"},');
  expect(await post(text)).toMatchObject({ status: 202 });
  expect(JSON.stringify(documents())).not.toMatch(/secret|polluted/);
  expect({}).not.toHaveProperty('polluted');
});

test('stores hosts where a page sends addresses with credentials', async () => {
  const { post, documents } = setUp();
  const call = buildCall({
    signalingEndpoint: 'wss://rtc.example/path?token=s3cr3t',
    iceServers: ['turn:user:s3cr3t@turn.example:3478?transport=udp', 's3cr3t!'],
  });
  await post(buildStats({ call }));
  expect(JSON.stringify(documents())).not.toContain('s3cr3t');
  expect(documents()[0]).toMatchObject({ signalingEndpoint: 'rtc.example', iceServers: ['turn.example'] });
});

test.each([
  ['another origin', { origin: 'https://evil.example', ...json }, 403, 'forbiddenOrigin'],
  ['no origin', json, 403, 'forbiddenOrigin'],
  ['an origin with a slash', { origin: 'https://softphone.example/', ...json }, 403, 'forbiddenOrigin'],
  ['text', { ...origin, 'content-type': 'text/plain' }, 415, 'notJson'],
  ['no content type', origin, 415, 'notJson'],
  ['what only begins like JSON', { ...origin, 'content-type': 'application/jsonp' }, 415, 'notJson'],
])('refuses %s', async (_, headers, status, kind) => {
  const { post, documents, counted } = setUp();
  const reply = await post(buildStats(), { headers });
  expect(reply.headers['content-type']).toBe('application/problem+json');
  expect(reply).toMatchObject({
    status,
    answer: { status, type: `urn:softphone-quality:problem:${kind}`, requestId: 'request-1' },
  });
  expect(documents()).toEqual([]);
  expect(counted).toEqual([
    { metric: 'Rejected', count: 1, dimensions: { route: 'softphone-stats', reason: kind } },
  ]);
});

test('refuses more than 256 KiB, counted in bytes and after decoding', async () => {
  const { post } = setUp();
  const padded = (bytes: number) => {
    const body = JSON.stringify({ ...buildStats(), pad: '' });
    return body.replace('"pad":""', `"pad":"${'x'.repeat(bytes - Buffer.byteLength(body))}"`);
  };
  expect(await post(padded(256 * 1024))).toMatchObject({ status: 202 });
  expect(await post(padded(256 * 1024 + 1))).toMatchObject({ status: 413 });
  expect(await post('é'.repeat(127 * 1024))).toMatchObject({ status: 400 });
  expect(await post('é'.repeat(129 * 1024))).toMatchObject({ status: 413 });
});

test('names the path of each fault, and does not repeat what was sent', async () => {
  const { post } = setUp();
  const [window] = buildStats().windows;
  const body = { ...buildStats(), agent: 'Ana Silva!', windows: [{ ...window, quiet: [7] }] };
  const { status, answer } = await post(body);
  expect(status).toBe(400);
  expect(answer.errors.map((fault: { path: string }) => fault.path)).toEqual([
    '$.agent',
    '$.windows[0].quiet[0]',
  ]);
  expect(JSON.stringify(answer)).not.toContain('Silva');
  expect(await post('{"a":')).toMatchObject({ status: 400, answer: { errors: [{ path: '$' }] } });
});

describe('times', () => {
  const stats = (startedAt: string, more: Partial<ReturnType<typeof buildStats>> = {}) =>
    buildStats({ windows: [buildWindow({ startedAt })], call: buildCall({ startedAt }), ...more });
  const window0 = '$.windows[0].startedAt';
  test.each([
    ['in the future', stats('2026-03-04T10:02:00.000Z'), window0],
    ['older than the retention', stats('2026-02-01T10:00:00.000Z'), window0],
    [
      'more than a day in the future by the page’s clock, which is wrong',
      stats('2026-03-06T10:00:00.000Z', { sentAt: '2026-03-06T10:00:30.000Z' }),
      window0,
    ],
    [
      'before the call',
      buildStats({ call: buildCall({ startedAt: '2026-03-04T10:03:00.000Z' }) }),
      '$.call.startedAt',
    ],
    [
      'of a call that began the day before yesterday',
      buildStats({ call: buildCall({ startedAt: '2026-03-02T09:00:00.000Z' }) }),
      window0,
    ],
    [
      'of an event long before the call',
      buildStats({ events: [{ type: 'rung', at: '2026-03-04T09:00:00.000Z' }] }),
      '$.events[0].at',
    ],
  ])('refuses those %s', async (_, message, path) => {
    const { post, documents } = setUp();
    const { status, answer } = await post(message);
    expect(status).toBe(400);
    expect(answer.errors.map((fault: { path: string }) => fault.path)).toContain(path);
    expect(documents()).toEqual([]);
  });

  test('of a page whose clock is wrong are corrected, and stay in the index of the page’s own date', async () => {
    const { post, documents } = setUp();
    const late = stats('2026-03-03T22:00:00.000Z', { sentAt: '2026-03-03T22:00:30.000Z' });
    expect(await post(late)).toMatchObject({ status: 202 });
    expect(documents()[0]).toMatchObject({
      '@timestamp': '2026-03-04T10:00:00.300Z',
      startedAt: '2026-03-03T22:00:00.000Z',
      clockSkewMillis: 12 * 3_600_000 + 300,
    });
  });

  test('of a backlog stay as they are: only the arrival is late', async () => {
    const { post, documents } = setUp();
    expect(await post(stats('2026-03-02T08:00:00.000Z'))).toMatchObject({ status: 202 });
    expect(documents()[0]).toMatchObject({ '@timestamp': '2026-03-02T08:00:00.000Z' });
  });
});

test.each([
  ['before the call', '2026-03-04T09:59:52.000Z', '2026-03-04T09:00:00.000Z', 400],
  ['weeks after it', '2026-02-17T16:00:00.000Z', '2026-03-04T09:59:00.000Z', 400],
  ['after days off', '2026-02-27T16:00:00.000Z', '2026-03-04T09:59:00.000Z', 202],
])('of a problem that was reported %s are judged by when the call was', async (_, startedAt, at, status) => {
  const { post } = setUp();
  const problem = { symptoms: [{ symptom: 'echo' as const, at }] };
  const reply = await post(buildStats({ call: buildCall({ startedAt }), windows: [], problem }));
  expect(reply.status).toBe(status);
  const paths = reply.answer.errors?.map((fault: { path: string }) => fault.path);
  expect(paths).toEqual(status === 400 ? ['$.problem.symptoms[0].at'] : undefined);
});

test('of reports and API metrics are checked as well', async () => {
  const { deps } = makeExampleDeps();
  const post = async (handler: ReturnType<typeof ingestHandler>, body: object) => {
    const reply = await handler(makeExampleEvent(JSON.stringify(body)));
    return {
      status: reply.statusCode,
      paths: JSON.parse(reply.body).errors?.map((e: { path: string }) => e.path),
    };
  };
  const reports = ingestHandler(softphoneReportKind, deps, exampleConfig);
  const late = buildReport({ report: buildCallReport({ callEndTime: '2026-03-04T10:05:00.000Z' }) });
  expect(await post(reports, late)).toEqual({ status: 400, paths: ['$.report.callEndTime'] });
  const api = ingestHandler(apiMetricsKind, deps, exampleConfig);
  const old = buildApiMetrics({ startedAt: '2025-01-01T00:00:00.000Z' });
  expect(await post(api, old)).toEqual({ status: 400, paths: ['$.startedAt'] });
  expect(await post(api, buildApiMetrics())).toEqual({ status: 202, paths: undefined });
});

test('a call does not grow without end', async () => {
  const { post, documents } = setUp();
  const seconds = (from: number) => Array.from({ length: 500 }, (_, i) => new Date(start + (from + i) * 10));
  const start = Date.parse('2026-03-04T09:59:52.000Z');
  const muted = (from: number) =>
    seconds(from).map((at) => ({ type: 'muted' as const, at: at.toISOString() }));
  for (let i = 0; i < 8; i++)
    expect(await post(buildStats({ windows: [], events: muted(i * 500) }))).toMatchObject({ status: 202 });
  expect(await post(buildStats({ events: muted(4000) }))).toMatchObject({ status: 400 });
  expect(documents()).toHaveLength(1);
});

test('an agent whom nobody knows is refused and counted', async () => {
  const { post, counted } = setUp({ users: { find: async () => ({ standing: 'unknown' }) } });
  expect(await post(buildStats())).toMatchObject({ status: 403, answer: { title: 'Unknown agent' } });
  expect(counted).toMatchObject([{ metric: 'Rejected', dimensions: { reason: 'unknownAgent' } }]);
});

test('without a queue the page is asked to keep the message when the search service is out of reach', async () => {
  const unreachable = async () => {
    throw new KnownError('unavailable', 'The search service cannot be reached.');
  };
  const { writing } = makeExampleDeps().deps;
  const { post, counted } = setUp({
    writing: { ...writing, store: { read: unreachable, write: unreachable } },
  });
  const reply = await post(buildStats());
  expect(reply).toMatchObject({ status: 503, headers: { 'retry-after': '5' } });
  expect(counted).toMatchObject([{ metric: 'Failed', dimensions: { reason: 'unavailable' } }]);
});

test('a fault of ours is a 500 that tells nothing, and a log line without the message', async () => {
  const lines: unknown[] = [];
  const telemetry: Telemetry = {
    info: (message, facts) => void lines.push(message, facts),
    warn: () => {},
    error: (message, facts) => void lines.push(message, facts),
    count: () => {},
  };
  const broken = async () => {
    throw new TypeError('cannot store ana.silva');
  };
  const { writing } = makeExampleDeps().deps;
  const { post } = setUp({ telemetry, writing: { ...writing, store: { read: broken, write: broken } } });
  expect(await post(buildStats())).toMatchObject({
    status: 500,
    answer: { status: 500, requestId: 'request-1' },
  });
  expect(lines[0]).toBe('failed');
  expect(JSON.stringify(lines)).toContain('TypeError');
  await setUp({ telemetry }).post(buildStats());
  expect(lines).toContain('answered');
  expect(JSON.stringify(lines)).not.toMatch(/ana\.silva|81\.84|9b5f0c1e/);
});

test('the address is taken from a header only where one is named for it', async () => {
  const headers = { ...origin, ...json, 'X-Source-IP': '203.0.113.9' };
  const plain = setUp();
  await plain.post(buildStats(), { headers });
  expect(plain.documents()[0]).toMatchObject({ agentPublicIp: '81.84.12.7' });
  const local = setUp({}, { ...exampleConfig, sourceIpHeader: 'x-source-ip' });
  await local.post(buildStats(), { headers });
  expect(local.documents()[0]).toMatchObject({ agentPublicIp: '203.0.113.9' });
});
