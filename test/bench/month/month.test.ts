import { expect, test } from 'vitest';
import type { CallDocument } from '../../../model/documents/call.ts';
import { kindOfIndex } from '../../../model/documents/dated-index.ts';
import { datedKinds } from '../../../model/documents/kinds.ts';
import type { StreamWindowDocument } from '../../../model/documents/stream-window.ts';
import { makeMonth, month } from './month.ts';

const date = month.dates[5] ?? '';
const documents = [...(await makeMonth(4, 'daily')).documents(date, { from: 0, to: 4 }, datedKinds)];
const of = <Document>(kind: string) =>
  documents.filter(({ index }) => kindOfIndex(index) === kind).map(({ document }) => document as Document);
const calls = of<CallDocument>('softphone-calls');
const windows = of<StreamWindowDocument>('softphone-stream-stats');

test('is a busy day of each agent, and told about them and their date alone', () => {
  const agents = [...new Set(calls.map(({ agent }) => agent))];
  // The other two of the four have a day off.
  expect(agents).toHaveLength(2);
  expect(calls.length / agents.length).toBeGreaterThan(100);
  for (const { document, index } of documents) {
    const told = document as { agent: string; '@timestamp': string };
    expect(agents).toContain(told.agent);
    expect(told['@timestamp'].slice(0, 10)).toBe(date);
    expect(index).toMatch(date.replaceAll('-', '.'));
  }
});

test('no document is told twice', () => {
  expect(new Set(documents.map(({ id }) => id)).size).toBe(documents.length);
  expect(new Set(calls.map(({ contactId }) => contactId)).size).toBe(calls.length);
});

test('calls are what their windows come to', () => {
  for (const call of calls.filter(({ missed }) => !missed)) {
    const its = windows.filter(({ contactId }) => contactId === call.contactId);
    const toAgent = its.filter(({ softphoneStreamType }) => softphoneStreamType === 'audio_input');
    const judged = toAgent.filter(({ rating }) => rating !== 'unclassified');
    expect(call.toAgent.windows).toBe(toAgent.length);
    expect(call.toAgent.ofWindows.packetsLostPercent?.count ?? 0).toBe(judged.length);
    expect(its.every(({ site, agentPrivateNetwork: network }) => site === call.site && network)).toBe(true);
  }
});

test('is the same for fewer agents', async () => {
  const fewer = [...(await makeMonth(3, 'daily')).documents(date, { from: 0, to: 3 }, datedKinds)];
  expect(fewer.length).toBeGreaterThan(1000);
  const told = new Map(documents.map((one) => [one.id, one]));
  expect(fewer.every((one) => JSON.stringify(one) === JSON.stringify(told.get(one.id)))).toBe(true);
}, 20_000);
