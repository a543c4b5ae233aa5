import { createRequire } from 'node:module';
import { expect, test } from 'vitest';

type Resolve = { readonly resolveVariable: (name: string) => Promise<unknown> };
const settingsOf = createRequire(import.meta.url)('../deploy/quality-limits.cjs') as (
  osls: Resolve,
) => Promise<{ json: string }>;
const limitsOf = async (given: unknown) => (await settingsOf({ resolveVariable: async () => given })).json;

test('the limits reach the agents’ page as they were given, as text or as what it says', async () => {
  const given = { poor: { mos: 2.9 } };
  for (const form of [given, JSON.stringify(given)]) expect(JSON.parse(await limitsOf(form))).toEqual(given);
  for (const none of ['', '{}', {}]) expect(await limitsOf(none)).toBe('{}');
});
