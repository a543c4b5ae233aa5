import { expect } from 'vitest';
import { bulkAnswer, type RecordingAws } from './recording-aws.ts';

const index = 'connect-contacts-2026.03';
const contact = {
  contactId: 'c0ffee00-0000-4000-8000-000000000001',
  potentialDisconnectIssue: 'CUSTOMER_DEVICE_ISSUE',
  calls: [],
};
const nothing = { hits: { hits: [] } };

/** A contact that nobody has judged is judged. */
export async function useJudge({ answer }: RecordingAws): Promise<void> {
  const { handler } = await import('../../functions/judge/judge.ts');
  const written: string[] = [];
  answer(({ path, body }) => {
    if (path === '/_mget')
      return { body: { docs: [{ found: true, _seq_no: 1, _primary_term: 1, _source: contact }] } };
    if (path === '/_bulk') {
      written.push(body);
      return bulkAnswer(body, { status: 201, _seq_no: 2, _primary_term: 1 });
    }
    if (path !== '/_msearch') return undefined;
    const hours = { hours0: { buckets: [{ key: Date.parse('2026-03-04T10:00:00Z'), doc_count: 1 }] } };
    const found = { hits: { hits: [{ _index: index, _id: 'contact', _source: contact }] } };
    const searches = body.trim().split('\n').length / 2;
    const answers = searches === 1 ? [found] : [nothing, nothing, { ...nothing, aggregations: hours }];
    return { body: { responses: answers } };
  });
  await handler();
  expect(written).toHaveLength(1);
  expect(written[0]).toContain('"rule":"notMeasured"');
}
