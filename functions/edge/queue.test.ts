import type { SQSRecord } from 'aws-lambda';
import { expect, test } from 'vitest';
import { queueBatchHandler, queueHandler } from './queue.ts';

const record = (messageId: string) => ({ messageId, body: messageId }) as SQSRecord;
const context = { getRemainingTimeInMillis: () => 30_000 };

test('tells which messages must stay in the queue, and only those', async () => {
  const warnings: unknown[] = [];
  const handler = queueHandler({ warn: (_, facts) => void warnings.push(facts) }, async ({ body }) => {
    if (body.startsWith('bad')) throw new TypeError(`cannot take ${body}`);
  });
  const Records = ['a', 'bad-b', 'c', 'bad-d'].map(record);
  expect(await handler({ Records }, context)).toEqual({
    batchItemFailures: [{ itemIdentifier: 'bad-b' }, { itemIdentifier: 'bad-d' }],
  });
  expect(JSON.stringify(warnings)).toContain('TypeError');
  expect(JSON.stringify(warnings)).not.toContain('bad-b');
});

test('gives each a deadline that leaves time to put it aside', async () => {
  const deadlines: number[] = [];
  const handler = queueHandler({ warn: () => {} }, async (_, deadline) => void deadlines.push(deadline));
  const before = Date.now();
  await handler({ Records: [record('a'), record('b')] }, context);
  for (const deadline of deadlines) {
    expect(deadline - before).toBeGreaterThanOrEqual(20_000);
    expect(deadline - before).toBeLessThan(21_000);
  }
});

test('of a batch that is taken together, those come again that are said to, or all where it fails', async () => {
  const Records = ['a', 'bad-b', 'c'].map(record);
  const some = queueBatchHandler({ warn: () => {} }, async (all) =>
    all.filter(({ body }) => body.startsWith('bad')),
  );
  expect(await some({ Records }, context)).toEqual({ batchItemFailures: [{ itemIdentifier: 'bad-b' }] });
  const warnings: unknown[] = [];
  const none = queueBatchHandler({ warn: (_, facts) => void warnings.push(facts) }, async () => {
    throw new TypeError('about bad-b');
  });
  expect((await none({ Records }, context)).batchItemFailures).toHaveLength(3);
  expect(JSON.stringify(warnings)).toContain('TypeError');
  expect(JSON.stringify(warnings)).not.toContain('bad-b');
});
