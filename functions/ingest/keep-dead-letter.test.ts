import type { SQSRecord } from 'aws-lambda';
import { expect, test } from 'vitest';
import type { FailedMessage } from '../clients/failed-records.ts';
import { KnownError } from '../errors.ts';
import { makeExampleTelemetry } from './example-deps.ts';
import { keepDeadLetter } from './keep-dead-letter.ts';

const attributes = { ApproximateReceiveCount: '100' } as SQSRecord['attributes'];
const record = { body: '{"route":', attributes };

test('what the queue has given up is kept with the reason, and counted', async () => {
  const kept: FailedMessage[] = [];
  const { telemetry, counted } = makeExampleTelemetry();
  const failedRecords = { keepMessage: async (message: FailedMessage) => void kept.push(message) };
  await keepDeadLetter(record, { failedRecords, telemetry });
  expect(kept).toMatchObject([
    { reason: 'undeliverable', detail: 'Not stored in 100 tries.', body: record.body },
  ]);
  expect(counted.map(({ metric }) => metric)).toEqual(['SetAside']);
});

test('what cannot even be kept stays in its queue, and wakes somebody', async () => {
  const { telemetry, counted } = makeExampleTelemetry();
  const full = new KnownError('unavailable', 'The bucket of failed records cannot be reached.');
  const keepMessage = async () => {
    throw full;
  };
  await expect(keepDeadLetter(record, { failedRecords: { keepMessage }, telemetry })).rejects.toBe(full);
  expect(counted).toEqual([{ metric: 'DeadLetterStuck', count: 1, dimensions: {} }]);
});
