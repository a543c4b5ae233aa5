import { createRequire } from 'node:module';
import { expect, test } from 'vitest';

type Resolve = { readonly resolveVariable: (name: string) => Promise<unknown> };
const retention = createRequire(import.meta.url)('../deploy/retention.cjs') as (
  osls: Resolve,
) => Promise<{ shortest: number; rules: readonly Record<string, unknown>[] }>;

/** osls gives JSON as text or as what it says. */
const rulesOf = (byKind: unknown) =>
  retention({
    resolveVariable: async (name) => (name === 'param:retentionDays' ? '90' : byKind),
  });

test('without kinds of their own everything expires as one', async () => {
  for (const none of ['{}', '', {}]) {
    const { shortest, rules } = await rulesOf(none);
    expect(shortest).toBe(90);
    expect(rules).toEqual([{ Id: 'retention', Status: 'Enabled', ExpirationInDays: 90 }]);
  }
});

test('no failed record outlives its kind, no message any kind, and nothing waits longer in a browser', async () => {
  const windows = 'softphone-stream-stats';
  const given = { [windows]: 7, 'softphone-calls': 400 };
  for (const byKind of [given, JSON.stringify(given)]) {
    const { shortest, rules } = await rulesOf(byKind);
    expect(shortest).toBe(7);
    expect(rules.slice(1)).toEqual([
      { Id: windows, Status: 'Enabled', Prefix: `${windows}-`, ExpirationInDays: 7 },
      { Id: 'messages', Status: 'Enabled', Prefix: 'messages/', ExpirationInDays: 7 },
    ]);
  }
});
