import { expect, test } from 'vitest';
import type { SetAsideObjects } from '../clients/set-aside-objects.ts';
import { type EraseDeps, eraseSubject, findSubject } from './erase-subject.ts';

const subject = { agent: 'ana.silva' };

function setUp(count = 2500) {
  const said: string[] = [];
  const bucket = new Map(
    Array.from({ length: count }, (_, i) => [
      String(i).padStart(5, '0'),
      JSON.stringify({ document: { agent: i % 100 === 0 ? 'ana.silva' : 'rui.martins' } }),
    ]),
  );
  const objects: SetAsideObjects = {
    list: async (_, after = '', most) => [...bucket.keys()].filter((key) => key > after).slice(0, most),
    read: async (key) => bucket.get(key),
    write: async () => {},
    remove: async (key) => {
      if (said.at(-1) !== 'delete') said.push('delete');
      bucket.delete(key);
    },
  };
  const deps: EraseDeps = {
    objects,
    documents: {
      count: async () => ({ 'softphone-calls': 3 }),
      remove: async () => said.push('remove'),
      contactsNaming: async (agent) => [`a contact of ${agent}`],
      unlink: async (contactId) => void said.push(`unlink ${contactId}`),
      mark: async (_, at, forget) => void said.push(`mark ${at.toISOString()} ${forget.toISOString()}`),
    },
    forgetAgent: async (agent) => void said.push(`forget ${agent}`),
    askJoin: async (ask) => void said.push(`join ${JSON.stringify(ask)}`),
    retentionDays: 30,
    now: () => new Date('2026-03-04T10:00:00.000Z'),
    pause: async (millis) => void said.push(`pause ${millis}`),
  };
  return { deps, said, bucket };
}

test('looking changes nothing', async () => {
  const { deps, said, bucket } = setUp();
  expect(await findSubject(subject, deps)).toEqual({
    documents: { 'softphone-calls': 3 },
    failedRecords: 25,
  });
  expect(said).toEqual([]);
  expect(bucket.size).toBe(2500);
});

test('marks first, deletes when every function knows of the mark, and leaves everyone else’s records', async () => {
  const { deps, said, bucket } = setUp();
  const found = await eraseSubject(subject, deps);
  expect(found).toEqual({ documents: { 'softphone-calls': 3 }, failedRecords: 25 });
  expect(said).toEqual([
    'mark 2026-03-04T10:00:00.000Z 2026-02-01T10:00:00.000Z',
    'pause 40000',
    // What a replay under way put back of them is deleted too.
    'delete',
    'remove',
    'forget ana.silva',
    // What is left of others' contacts, without the calls that only rang.
    'join {"contactIds":["a contact of ana.silva"]}',
  ]);
  expect(bucket.size).toBe(2475);
  expect([...bucket.values()].join()).not.toContain('ana.silva');
});

test('of a contact, others of the same chain do not name it when it is gone', async () => {
  const { deps, said } = setUp(1);
  await eraseSubject({ contact: '9b5f0c1e-4d2a-4f57-9a3c-1f0e2d3c4b5a' }, deps);
  expect(said.slice(-2)).toEqual(['remove', 'unlink 9b5f0c1e-4d2a-4f57-9a3c-1f0e2d3c4b5a']);
});
