import { expect, test } from 'vitest';
import { mostLogParts } from '../../model/logs/limits.ts';
import { defaultLimits } from '../../model/quality/limits.ts';
import { supportBundle } from '../../model/query/support-bundle.ts';
import { buildCallDocument } from '../../test/document-builders.ts';
import type { Ask, Search } from './ask.ts';
import { buildMeans } from './example-means.ts';
import { route } from './route.ts';
import { supportBundleOf } from './support-bundle.ts';

const call = buildCallDocument();
const line = (second: string, text: string) => ({
  at: `2026-03-04T10:00:${second}.000Z`,
  level: 'INFO',
  text,
});
const check = {
  startedAt: '2026-03-04T08:00:00.000Z',
  trigger: 'signIn',
  outcome: 'limited',
  checks: [{ check: 'turnUdp', outcome: 'failed', reason: 'blocked' }],
};

/** What is found by the index that is searched. */
function asking(found: Readonly<Record<string, readonly unknown[]>>) {
  const asked: Search[] = [];
  const ask: Ask = async (searches) => {
    asked.push(...searches);
    return searches.map(({ index }) => {
      const hits = (found[index] ?? []).map((_source) => ({ _source }));
      return { hits: { total: { value: hits.length }, hits } };
    });
  };
  return { ask, asked };
}

test('is the call with its log in the order of time, and the last check before it', async () => {
  const { ask, asked } = asking({
    'softphone-calls-*': [call],
    'softphone-call-logs-*': [{ lines: [line('05', 'b'), line('09', 'd')] }, { lines: [line('07', 'c')] }],
    'softphone-preflights-*': [check],
  });
  const bundle = await supportBundleOf({ contactId: call.contactId }, ask, defaultLimits, 'eu-central-1');
  expect(supportBundle.parse(bundle)).toEqual(bundle);
  expect(bundle).toMatchObject({
    region: 'eu-central-1',
    call: { contactId: call.contactId },
    preflight: check,
  });
  expect(bundle.log.map(({ text }) => text)).toEqual(['b', 'c', 'd']);
  const [logs, checks] = asked.slice(-2);
  const ofAgent = { term: { agent: call.agent } };
  expect(logs?.body).toMatchObject({ size: mostLogParts });
  expect(JSON.stringify(logs?.body.query)).toContain(JSON.stringify(ofAgent));
  expect(JSON.stringify(checks?.body.query)).toContain(JSON.stringify(ofAgent));
  expect(JSON.stringify(checks?.body.query)).toContain(`"lte":"${call.startedAt}"`);
});

test('without a log or a check it says so', async () => {
  const { ask } = asking({ 'softphone-calls-*': [call] });
  const bundle = await supportBundleOf({ contactId: call.contactId }, ask, defaultLimits, undefined);
  expect(bundle).toMatchObject({ log: [], preflight: null });
  expect(bundle).not.toHaveProperty('region');
});

test('of a call that is not there, or not seen, nothing is looked for', async () => {
  const { ask, asked } = asking({});
  const bundle = supportBundleOf({ contactId: call.contactId }, ask, defaultLimits, undefined);
  await expect(bundle).rejects.toMatchObject({ kind: 'notFound' });
  expect(asked).toHaveLength(1);
});

test.each([
  'contacts/{contactId}/support-bundle',
  `contacts/${call.contactId}/log`,
  `calls/${call.contactId}/support-bundle`,
])('there is no %s', async (path) => {
  const { ask, asked } = asking({});
  const means = buildMeans(ask);
  await expect(route(path, new URLSearchParams(), means)).rejects.toMatchObject({ kind: 'notFound' });
  expect(asked).toEqual([]);
});
