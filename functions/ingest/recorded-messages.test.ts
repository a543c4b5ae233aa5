import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { acceptedVersions, messageVersion, newerPageProblem } from '../../model/messages/version.ts';
import { type Problem, problemType } from '../edge/problem.ts';
import { apiMetricsKind } from './api-metrics-kind.ts';
import { exampleConfig, makeExampleDeps } from './example-deps.ts';
import { makeExampleEvent } from './example-event.ts';
import { ingestHandler } from './ingest-handler.ts';
import { softphoneReportKind } from './softphone-report-kind.ts';
import { softphoneStatsKind } from './softphone-stats-kind.ts';

/**
 * Pages that were opened before an upgrade go on sending what they always sent. These messages are what pages of each
 * version really sent (test/recordings/record-messages.ts), and `stored.json` is what was stored of them: later functions
 * may store more, but nothing else.
 */
const recordings = join(import.meta.dirname, '..', '..', 'test', 'recordings');
const versions = acceptedVersions.map((version) => ({ version }));
const names = ['windows', 'events', 'report', 'api-metrics'] as const;

const recorded = z.object({ path: z.string(), message: z.looseObject({ sentAt: z.string() }) });
type Recorded = z.infer<typeof recorded>;
const storedOf = z.record(z.string(), z.record(z.string(), z.looseObject({})));

function read<Schema extends z.ZodType>(version: number, name: string, schema: Schema): z.infer<Schema> {
  const file = join(recordings, `messages-v${version}`, `${name}.json`);
  return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** The functions of now, with nothing stored. */
function functions() {
  const { deps, store } = makeExampleDeps();
  const handlers = {
    '/softphone-stats': ingestHandler(softphoneStatsKind, deps, exampleConfig),
    '/softphone-reports': ingestHandler(softphoneReportKind, deps, exampleConfig),
    '/api-metrics': ingestHandler(apiMetricsKind, deps, exampleConfig),
  };
  const post = async ({ path, message }: Recorded) => {
    const event = makeExampleEvent(JSON.stringify(message));
    const timeEpoch = Date.parse(message.sentAt) + 100;
    const handler = handlers[path as keyof typeof handlers];
    const reply = await handler({ ...event, requestContext: { ...event.requestContext, timeEpoch } });
    return { status: reply.statusCode, answer: JSON.parse(reply.body) as Partial<Problem> };
  };
  return { post, documents: () => Object.fromEntries(store.documents()) };
}

test('the version before the newest is taken, once there is one', () => {
  expect(acceptedVersions[0]).toBe(messageVersion);
  expect(acceptedVersions).toContain(Math.max(1, messageVersion - 1));
  const folders = readdirSync(recordings).filter((name) => name.startsWith('messages-v'));
  expect(folders).toEqual(expect.arrayContaining(acceptedVersions.map((version) => `messages-v${version}`)));
});

describe.each(versions)('version $version', ({ version }) => {
  test.each(names)('%s: taken and stored as it was', async (name) => {
    const { post, documents } = functions();
    const { status, answer } = await post(read(version, name, recorded));
    expect(status, JSON.stringify(answer)).toBe(202);
    const before = read(version, 'stored', storedOf)[name];
    expect(Object.keys(documents()).sort()).toEqual(Object.keys(before ?? {}).sort());
    expect(documents()).toMatchObject(before ?? {});
  });

  test.each(names)('%s: so too from an older page, and with fields of a newer one', async (name) => {
    const { path, message } = read(version, name, recorded);
    const { post, documents } = functions();
    const change = { pageVersion: '0.0.1-older', bandwidthKbps: 40, device: { gpu: 'one of tomorrow' } };
    expect((await post({ path, message: { ...message, ...change } })).status).toBe(202);
    expect(Object.keys(documents()).sort()).toEqual(
      Object.keys(read(version, 'stored', storedOf)[name] ?? {}).sort(),
    );
    expect(JSON.stringify(documents())).not.toMatch(/bandwidthKbps|gpu/);
  });
});

test.each([
  [
    messageVersion + 1,
    newerPageProblem,
    /newer than this deployment: .* deploy the functions that belong to/,
  ],
  [0, problemType('invalid'), /too old: .* reload the page/],
  ['1', problemType('invalid'), /a whole number/],
])('version %j is refused with what to do', async (version, type, words) => {
  const { path, message } = read(messageVersion, 'windows', recorded);
  const { post, documents } = functions();
  const { status, answer } = await post({ path, message: { ...message, version } });
  expect(status).toBe(400);
  expect(answer.type).toBe(type);
  expect(answer.errors).toEqual([{ path: '$.version', message: expect.stringMatching(words) }]);
  expect(documents()).toEqual({});
});
