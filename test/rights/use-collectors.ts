import { expect } from 'vitest';
import type { StreamHandler } from '../../functions/edge/stream.ts';
import { buildAgentEvent, buildContactRecord, buildFlowLog } from '../connect-builders.ts';
import { delivered, streamed } from '../connect-deliveries.ts';
import { context } from './events.ts';
import type { Answers, RecordingAws } from './recording-aws.ts';

/** The service has gone. */
const down: Answers = ({ service }) => (service === 'es' ? { status: 503, body: {} } : undefined);
const secret: Answers = ({ service }) =>
  service === 'secretsmanager' ? { body: { SecretString: 'x'.repeat(64) } } : undefined;
const both: readonly Answers[] = [secret, (request) => secret(request) ?? down(request)];
const lately = new Date(Date.now() - 3_600_000).toISOString();
const poison = { ContactId: 7, EventId: 7 };

/** Records are stored, set aside, put into the queue. */
async function useStream(handler: StreamHandler, record: object, { answer }: RecordingAws): Promise<void> {
  for (const answers of both) {
    answer(answers);
    await handler(streamed([record, { ...record, ...poison }]), context);
  }
}

export async function useContactRecords(aws: RecordingAws): Promise<void> {
  const { handler } = await import('../../functions/collect/contact-records.ts');
  await useStream(handler, buildContactRecord({ InitiationTimestamp: lately }), aws);
}

export async function useAgentEvents(aws: RecordingAws): Promise<void> {
  const { handler } = await import('../../functions/collect/agent-events.ts');
  await useStream(handler, buildAgentEvent({ EventTimestamp: lately }), aws);
}

export async function useContactFlowLogs({ answer }: RecordingAws): Promise<void> {
  const { handler } = await import('../../functions/collect/contact-flow-logs.ts');
  const line = buildFlowLog({ Timestamp: lately });
  for (const answers of both) {
    answer(answers);
    await handler(delivered([line, { ...line, ...poison }]), context);
  }
}

/** History is stored, and what is wrong in it set aside. */
export async function useBackfill({ answer }: RecordingAws): Promise<void> {
  const { handler } = await import('../../functions/collect/backfill.ts');
  const record = buildContactRecord({ InitiationTimestamp: lately });
  const texts = [record, { ...record, ...poison }].map((its) => JSON.stringify(its));
  answer((request) => secret(request) ?? historyOf(texts.join(''))(request));
  const patient = { getRemainingTimeInMillis: () => 300_000 };
  const asked = { source: 'contact-records', prefix: 'ctr/' };
  expect(await handler(asked, patient)).toEqual({ objects: 1, records: 2, setAside: 1 });
  await expect(handler({ ...asked, source: 'others' }, patient)).rejects.toThrow(/wrong at \$\.source/);
}

const historyOf =
  (text: string): Answers =>
  ({ service, method, path, query }) => {
    if (service !== 's3' || method !== 'GET') return undefined;
    if (query.get('list-type') === null) return { body: text };
    expect(path).toContain('HistoryBucket');
    const contents = '<Contents><Key>ctr/a</Key><LastModified>2026-03-04T10:00:00Z</LastModified></Contents>';
    return { body: `<ListBucketResult>${contents}</ListBucketResult>` };
  };
