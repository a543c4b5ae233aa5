import { expect } from 'vitest';
import { buildContactRecordPart } from '../contact-builders.ts';
import { context, received } from './events.ts';
import type { RecordingAws } from './recording-aws.ts';

/** A contact is put together for who names it, and for who names what happened to its agent. */
export async function useJoin({ answer }: RecordingAws): Promise<void> {
  const { handler } = await import('../../functions/join/join.ts');
  const record = buildContactRecordPart();
  const contact = { _index: 'connect-contacts-2026.03', _id: 'a', _seq_no: 1, _primary_term: 1 };
  const found = { hits: { hits: [{ ...contact, _source: record }] } };
  answer(({ path, body }) => {
    if (path !== '/_msearch') return undefined;
    const indices = body.split('\n').filter((line) => line.startsWith('{"index"'));
    const responses = indices.map((line) =>
      line.includes('connect-contacts-') ? found : { hits: { hits: [] } },
    );
    return { body: { responses } };
  });
  const asks = [
    { contactIds: [record.contactId] },
    { agentTimes: [{ agent: 'ana.silva', at: record.initiatedAt }] },
  ];
  for (const ask of asks) {
    expect((await handler(received(JSON.stringify(ask)), context)).batchItemFailures).toEqual([]);
  }
  const unreadable = await handler(received('no ask'), context);
  expect(unreadable.batchItemFailures).toHaveLength(1);
}
