import { expect } from 'vitest';
import { asked } from './events.ts';
import type { RecordingAws } from './recording-aws.ts';

const yesterday = () => new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

/** A record is set aside, and a file was sent: both have to be read. */
const withObjects = ({ answer }: RecordingAws) =>
  answer(({ service, path, query }) => {
    if (service !== 's3') return undefined;
    const failedAt = new Date().toISOString();
    const prefix = query.get('prefix') ?? '';
    if (query.has('list-type')) {
      const object = `<Key>${prefix}1.json</Key><LastModified>${failedAt}</LastModified>`;
      return { body: `<ListBucketResult><Contents>${object}</Contents></ListBucketResult>` };
    }
    const sent = { file: 'f.csv', kind: 'contacts', sentAt: failedAt, bytes: 1, rows: 0, contacts: [] };
    if (path.includes('/sent/')) return { body: { ...sent, sha256: '0'.repeat(64) } };
    return { body: { failedAt, reason: 'invalid', body: {} } };
  });

export async function useReconcile(aws: RecordingAws): Promise<void> {
  const { handler } = await import('../../functions/reconcile/reconcile.ts');
  withObjects(aws);
  expect(await handler({ day: yesterday() })).toMatchObject({
    counts: { records: 0, counted: null, sent: 0 },
  });
  const ask = (query: string, groups: string) => handler(asked('reconciliation', query, groups));
  const day = `day=${yesterday()}`;
  expect(await ask(day, '[admins]')).toMatchObject({ statusCode: 200 });
  expect(await ask(day, '[managers]')).toMatchObject({ statusCode: 403 });
  expect(await ask('day=2001-01-01', '[admins]')).toMatchObject({ statusCode: 400 });
}
