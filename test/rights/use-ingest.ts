import { expect } from 'vitest';
import type { HttpHandler } from '../../functions/edge/http.ts';
import type { Envelope } from '../../model/messages/envelope.ts';
import { buildApiMetrics, buildReport, buildStats } from '../builders.ts';
import { context, kept, posted, received } from './events.ts';
import { type Answers, bulkAnswer, type RecordingAws } from './recording-aws.ts';

/** It comes when the call has ended. */
const report = buildReport({ sentAt: '2026-03-04T10:01:40.000Z' });

/** The service finds fault with each document. */
const refusing: Answers = ({ path, body }) =>
  path === '/_bulk'
    ? bulkAnswer(body, { status: 400, error: { type: 'mapper_parsing_exception' } })
    : undefined;
/** The service has gone. */
const down: Answers = ({ service }) => (service === 'es' ? { status: 503, body: {} } : undefined);

/** A message is stored, set aside, put into the queue. */
async function useIngest(handler: HttpHandler, message: Envelope, { answer }: RecordingAws): Promise<void> {
  for (const answers of [() => undefined, refusing, down] satisfies Answers[]) {
    answer(answers);
    expect((await handler(posted(message))).statusCode).toBe(202);
  }
}

export async function useSoftphoneStats(aws: RecordingAws): Promise<void> {
  const { handler } = await import('../../functions/ingest/softphone-stats.ts');
  await useIngest(handler, buildStats(), aws);
}

export async function useSoftphoneReports(aws: RecordingAws): Promise<void> {
  const { handler } = await import('../../functions/ingest/softphone-reports.ts');
  await useIngest(handler, report, aws);
}

export async function useApiMetrics(aws: RecordingAws): Promise<void> {
  const { handler } = await import('../../functions/ingest/api-metrics.ts');
  await useIngest(handler, buildApiMetrics(), aws);
}

/** Messages of every route are stored, set aside, postponed. */
export async function useQueuedMessages({ answer }: RecordingAws): Promise<void> {
  const { handler } = await import('../../functions/ingest/queued-messages.ts');
  const messages = [
    kept('softphone-stats', buildStats()),
    kept('softphone-reports', report),
    kept('api-metrics', buildApiMetrics()),
  ];
  const take = async (answers: Answers, body: string) => {
    answer(answers);
    return (await handler(received(body), context)).batchItemFailures.length;
  };
  for (const message of messages) expect(await take(() => undefined, JSON.stringify(message))).toBe(0);
  expect(await take(() => undefined, 'unreadable')).toBe(0);
  expect(await take(refusing, JSON.stringify(messages[2]))).toBe(0);
  expect(await take(down, JSON.stringify(messages[2]))).toBe(1);
}

export async function useDeadLetters(): Promise<void> {
  const { handler } = await import('../../functions/ingest/dead-letters.ts');
  const message = received(JSON.stringify(kept('api-metrics', buildApiMetrics())));
  expect((await handler(message, context)).batchItemFailures).toEqual([]);
}

/** A record and a message are put back, and refused again. */
export async function useReplay({ answer }: RecordingAws): Promise<void> {
  const failure = { failedAt: '2026-03-04T10:00:31.000Z', reason: 'mapper_parsing_exception' };
  const about = { agent: 'ana.silva', startedAt: '2026-03-04T10:00:00.000Z' };
  const objects = [
    { ...failure, index: 'softphone-stream-stats-2026.03.04', id: 'a', document: about, about },
    { ...failure, route: 'softphone-stats', body: kept('softphone-stats', buildStats()) },
  ];
  const { handler } = await import('../../functions/replay/replay.ts');
  const replay = async (answers: Answers) => {
    answer((request) => answers(request) ?? bucketOf(objects)(request));
    return (await handler({}, { getRemainingTimeInMillis: () => 300_000 })).counts;
  };
  expect(await replay(() => undefined)).toMatchObject({ stored: objects.length });
  expect(await replay(refusing)).toMatchObject({ refused: objects.length });
  await expect(handler({ prefix: 1 }, context)).rejects.toThrow(/wrong at \$\.prefix\./);
}

/** The bucket of failed records, with these in it. */
export function bucketOf(objects: readonly object[]): Answers {
  return ({ service, method, path, query }) => {
    if (service !== 's3') return undefined;
    if (query.has('list-type')) {
      const contents = objects.map(
        (_, i) => `<Contents><Key>${i}</Key><LastModified>2026-03-04T10:00:00Z</LastModified></Contents>`,
      );
      return { body: `<ListBucketResult>${contents.join('')}</ListBucketResult>` };
    }
    return { body: method === 'GET' ? objects[Number(path.split('/').at(-1))] : '' };
  };
}
