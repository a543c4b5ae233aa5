import { expect, test } from 'vitest';
import { KnownError } from '../errors.ts';
import type { Search, SearchAnswer } from '../query/ask.ts';
import { countRaised } from './count-raised.ts';

const everything = { limits: null, apiCalls: true };
const raised = (severity: string, scope: object) => ({ _source: { alert: { scope, rule: { severity } } } });
const found = [
  raised('critical', { queue: ['Billing'] }),
  raised('warning', { site: ['Lisbon'] }),
  raised('warning', { queue: ['Billing'], agent: ['rui'] }),
  { _source: { alert: 'of a newer version' } },
];

/** Search that answers so, and remembers what it was asked. */
function answering(answer: SearchAnswer) {
  const asked: Search[] = [];
  const ask = async (searches: readonly Search[]) => {
    asked.push(...searches);
    return [answer];
  };
  return { ask, asked };
}

test('counts what is not cleared, by how bad it is', async () => {
  const { ask, asked } = answering({ hits: { hits: found } });
  expect(await countRaised(ask, everything)).toEqual({ critical: 1, warning: 2 });
  expect(JSON.stringify(asked)).toContain('{"must_not":[{"exists":{"field":"clearedAt"}}]}');
});

test('counts for a limited manager what they may see, and nothing else', async () => {
  const { ask } = answering({ hits: { hits: found } });
  const billing = { limits: [{ queue: ['Billing'] }], apiCalls: false };
  expect(await countRaised(ask, billing)).toEqual({ critical: 1, warning: 1 });
});

test('what cannot be counted is not none', async () => {
  const { ask } = answering({ hits: { hits: [] }, failure: new Error('busy') });
  expect(await countRaised(ask, everything)).toBeNull();
  const away = () => Promise.reject(new KnownError('unavailable', 'The search service does not answer.'));
  expect(await countRaised(away, everything)).toBeNull();
  const broken = () => Promise.reject(new Error('our own fault'));
  await expect(countRaised(broken, everything)).rejects.toThrow('our own fault');
});
