import { expect, test } from 'vitest';
import { makePartnerKeys } from '../clients/partner-keys.ts';
import { requireKey } from './require-key.ts';

test('takes the key that is, and the one that was before it', async () => {
  const secret = { versions: ['second', 'first'], reads: 0 };
  const clock = { now: 0 };
  const read = async () => {
    secret.reads++;
    return secret.versions;
  };
  const keys = makePartnerKeys(read, () => clock.now);
  await requireKey('second', keys);
  await requireKey('first', keys);
  secret.versions = ['third', 'second'];
  clock.now += 10_000;
  // A key that is not known has the secret looked up anew, but not at each try.
  await requireKey('third', keys);
  await expect(requireKey('first', keys)).rejects.toThrow('x-api-key');
  expect(secret.reads).toBe(2);
});

test.each([undefined, '', 'none', 'Second', 'second ', 'x'.repeat(100_000)])('refuses %s', async (given) => {
  const keys = makePartnerKeys(async () => ['second', 'none', '']);
  await expect(requireKey(given, keys)).rejects.toMatchObject({ kind: 'forbidden' });
});
