import { expect } from 'vitest';
import { poorCalls } from '../../dashboards/measures/calls.ts';
import { asked } from './events.ts';
import { bulkAnswer, type RecordingAws } from './recording-aws.ts';

const written = { status: 201, _seq_no: 1, _primary_term: 1 };

/** Something is raised and told; at the next look it is about somebody who may have been erased. */
export async function useAlert({ answer }: RecordingAws): Promise<void> {
  const { handler } = await import('../../functions/alert/alert.ts');
  let state = '';
  answer(({ path, operation, body }) => {
    if (operation === 'GetSecretValue')
      return { body: { SecretString: 'http://127.0.0.1:1/no-such-webhook' } };
    if (path === '/_msearch') {
      const count = body.trim().split('\n').length / 2;
      return { body: { responses: Array.from({ length: count }, () => seen) } };
    }
    if (path === '/_mget' && state !== '' && body.includes('softphone-alert-states')) {
      const found = { found: true, _seq_no: 1, _primary_term: 1, _source: JSON.parse(state) };
      return { body: { docs: [found] } };
    }
    if (path !== '/_bulk') return undefined;
    const [action = '', document = ''] = body.split('\n');
    if (action.includes('softphone-alert-states'))
      state = document.replace('"site":["Krakow"]', '"agent":["a"]');
    return bulkAnswer(body, written);
  });
  await handler();
  expect(state).toContain('"agent":["a"]');
  await handler();
}

const seen = {
  hits: { hits: [] },
  aggregations: {
    seen: {
      buckets: [
        {
          key: 'Krakow',
          [`${poorCalls.id}_part`]: { doc_count: 40 },
          [`${poorCalls.id}_whole`]: { doc_count: 50 },
        },
      ],
    },
  },
};

/** Alerts and rules are read, and rules replaced. */
export async function useAlertPages({ answer }: RecordingAws): Promise<void> {
  const { handler } = await import('../../functions/alert/alert-pages.ts');
  answer(({ path, body }) => (path === '/_bulk' ? bulkAnswer(body, written) : undefined));
  const range = 'from=2026-03-04T00:00:00.000Z&to=2026-03-05T00:00:00.000Z';
  const ask = async (routeKey: string, query: string, body?: object) => {
    const event = asked('', query, '[admins]');
    const headers = { ...event.headers, 'content-type': 'application/json' };
    const { statusCode } = await handler({
      ...event,
      routeKey,
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    expect([routeKey, statusCode]).toEqual([routeKey, 200]);
  };
  await ask('GET /query/alerts', range);
  await ask('GET /query/alert-rules', '');
  await ask('PUT /query/alert-rules', '', { version: 'none', rules: [] });
}
