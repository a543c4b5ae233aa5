import { expect } from 'vitest';
import { asked } from './events.ts';
import type { RecordingAws } from './recording-aws.ts';

const yesterday = () => new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

/** A record is set aside, which has to be read. */
const withRecord = ({ answer }: RecordingAws) =>
  answer(({ service, query }) => {
    if (service !== 's3') return undefined;
    const failedAt = new Date().toISOString();
    if (!query.has('list-type')) return { body: { failedAt, reason: 'invalid', body: {} } };
    const object = `<Key>messages/contact-records/1.json</Key><LastModified>${failedAt}</LastModified>`;
    return { body: `<ListBucketResult><Contents>${object}</Contents></ListBucketResult>` };
  });

export async function useReconcile(aws: RecordingAws): Promise<void> {
  const { handler } = await import('../../functions/reconcile/reconcile.ts');
  withRecord(aws);
  expect(await handler({ day: yesterday() })).toMatchObject({ counts: { records: 0, counted: null } });
  const ask = (query: string, groups: string) => handler(asked('reconciliation', query, groups));
  const day = `day=${yesterday()}`;
  expect(await ask(day, '[admins]')).toMatchObject({ statusCode: 200 });
  expect(await ask(day, '[managers]')).toMatchObject({ statusCode: 403 });
  expect(await ask('day=2001-01-01', '[admins]')).toMatchObject({ statusCode: 400 });
}
