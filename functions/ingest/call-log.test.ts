import { expect, test } from 'vitest';
import type { SoftphoneStats } from '../../model/messages/softphone-stats.ts';
import { buildStats } from '../../test/builders.ts';
import { KnownError } from '../errors.ts';
import { acceptMessage } from './accept-message.ts';
import { exampleConfig, makeExampleDeps } from './example-deps.ts';
import { softphoneStatsKind } from './softphone-stats-kind.ts';

const at = '2026-03-04T10:00:05.000Z';
const secret = 'SIMULATED-SECRET-turn-credential-4b0d3f7e-1111-4222-8333-944445555666';
const line = (text: string) => ({ at, level: 'WARN' as const, layer: 'CRM' as const, text });
const withLog = (change: Partial<SoftphoneStats> = {}) =>
  buildStats({
    windows: [],
    log: { part: 1, lines: [line(`ICE with ${secret} failed`), line('\u200b'), line('+44 7700 900 123')] },
    ...change,
  });
const on = { ...exampleConfig, callLogs: true };

async function store(message: SoftphoneStats, change: Parameters<typeof makeExampleDeps>[0] = {}) {
  const { deps, store: documents } = makeExampleDeps({ config: on, ...change });
  const arrival = { message, context: { receivedAt: new Date(message.sentAt) } };
  const accepted = await acceptMessage(softphoneStatsKind, arrival, deps, Number.POSITIVE_INFINITY);
  return { accepted, documents: documents.documents() };
}
const logs = (documents: ReadonlyMap<string, unknown>) =>
  [...documents].filter(([place]) => place.startsWith('softphone-call-logs'));

test('a part of a log is a document of its own, beside its call, and cleaned whatever the page sent', async () => {
  const { accepted, documents } = await store(withLog());
  expect(accepted).toBe(1);
  expect(logs(documents)).toMatchObject([
    [
      expect.stringContaining('softphone-call-logs-2026.03.04/'),
      {
        contactId: withLog().call.contactId,
        agent: 'ana.silva',
        contactQueue: 'Billing',
        part: 1,
        lineCount: 2,
        lines: [line('ICE with [removed] failed'), line('[number]')],
      },
    ],
  ]);
  expect(JSON.stringify([...documents])).not.toContain(secret);
});

test('what waits in the queue is cleaned, and comes to the same', async () => {
  const kept: object[] = [];
  const out = { store: { read: fail, write: fail } as never, limits: on.limits };
  await store(withLog(), {
    writing: out,
    queue: { send: async (message) => void kept.push(message), postpone: async () => {} },
  });
  expect(kept).toHaveLength(1);
  expect(JSON.stringify(kept)).toContain('ICE with [removed] failed');
  expect(JSON.stringify(kept)).not.toMatch(/SIMULATED|7700/);
});

test('where the deployment keeps no logs, or no words, none are stored, though a page sends them', async () => {
  const problem = { symptoms: [{ symptom: 'echo' as const, at }], words: { at, text: 'like a robot' } };
  const { accepted, documents } = await store(withLog({ problem }), {
    config: { ...exampleConfig, callLogs: false, problemWords: false },
  });
  expect(accepted).toBe(1);
  expect(logs(documents)).toEqual([]);
  expect(JSON.stringify([...documents])).toContain('echo');
  expect(JSON.stringify([...documents])).not.toContain('robot');
});

test('a line that was written long before the call is refused', async () => {
  const log = { part: 0, lines: [{ ...line('x'), at: '2026-03-04T09:00:00.000Z' }] };
  await expect(store(withLog({ log }))).rejects.toMatchObject({ faults: [{ path: '$.log.lines[0].at' }] });
});

async function fail(): Promise<never> {
  throw new KnownError('unavailable', 'The search service does not answer.');
}
