import { expect, test } from 'vitest';
import { type LogLine, mostLogParts } from '../../../model/logs/limits.ts';
import type { CallEvent, CallWarning } from '../../../model/messages/call.ts';
import { softphoneStats } from '../../../model/messages/softphone-stats.ts';
import { type CallRecord, newCallRecord } from '../../monitor/call-record.ts';
import { envelopeOf } from '../../monitor/envelope.ts';
import { virtualClock } from '../../push/virtual-clock.ts';
import { CallLogs } from './call-logs.ts';
import { LogBuffer } from './log-buffer.ts';

const contactId = '4912f8b7-6dad-43eb-86bd-8c89c6e517e5';
const agent = { agent: 'ana.silva', routingProfile: 'Sales' };

/** A browser with so many tabs, each of which hears every line; every message must be one that the server takes. */
function browser(tabs = 1) {
  const clock = virtualClock();
  const began = clock.now();
  const iso = () => new Date(clock.now()).toISOString();
  const sent: (readonly string[])[] = [];
  const parts: number[] = [];
  let record: CallRecord = newCallRecord(contactId, began);
  const pages = Array.from({ length: tabs }, () => {
    const buffer = new LogBuffer();
    const clientId = crypto.randomUUID();
    const logs = new CallLogs({
      ...clock,
      buffer,
      calls: {
        change: async (_, how) => {
          record = how(record, true);
          return record;
        },
      },
      envelope: () => envelopeOf({ instanceId: '7f0c2d5e', clientId, pageVersion: '0.1.0', agent }),
      put: async ({ key, message }) => {
        const body = JSON.stringify({ ...message, sentAt: iso() });
        expect(body.length).toBeLessThan(256 * 1024);
        const { log } = softphoneStats.parse(JSON.parse(body));
        expect(key).toBe(`log:${contactId}:${log?.part}`);
        sent.push((log?.lines ?? []).map(({ text }) => text));
        parts.push(log?.part ?? -1);
      },
    });
    return { buffer, logs };
  });
  const write = (text: string, level: LogLine['level'] = 'INFO') => {
    for (const { buffer } of pages) buffer.add({ at: iso(), level, text }, clock.now());
  };
  const tell = (change: Partial<CallRecord>) => {
    record = { ...record, ...change };
    for (const { logs } of pages) void logs.onRecord(record);
  };
  const happens = (type: CallEvent['type']) => tell({ events: [...record.events, { type, at: iso() }] });
  const problem = () => tell({ problem: { symptoms: [{ symptom: 'choppy', at: iso() }] } });
  const warned = (kind: CallWarning['kind']) => tell({ warnings: [{ kind, change: 'shown', at: iso() }] });
  const failed = () => Promise.all(pages.map(({ logs }) => logs.onFailed(contactId)));
  return { clock, write, happens, problem, warned, failed, sent, parts };
}

test('of a call in which nothing was wrong no line is sent', async () => {
  const { clock, write, happens, warned, sent } = browser();
  happens('connected');
  write('a');
  warned('lossToAgent');
  happens('ended');
  await clock.pass(600_000);
  expect(sent).toEqual([]);
});

test('a problem that is reported afterwards brings the lines of the call’s minutes, once, whichever tab it is', async () => {
  const { clock, write, happens, problem, sent } = browser(2);
  write('long before');
  await clock.pass(90_000);
  // The call’s record begins with the page here, so a minute before it is nothing.
  happens('connected');
  write('during');
  await clock.pass(60_000);
  happens('ended');
  write('just after');
  await clock.pass(600_000);
  write('another call');
  problem();
  await clock.pass(60_000);
  problem();
  await clock.pass(60_000);
  expect(sent).toEqual([['long before', 'during', 'just after']]);
});

test('what is reported during the call brings the lines so far, and its end the rest, with what comes late', async () => {
  const { clock, write, happens, problem, sent, parts } = browser();
  happens('connected');
  write('a');
  await clock.pass(30_000);
  problem();
  write('b');
  await clock.pass(30_000);
  write('c');
  happens('ended');
  await clock.pass(3000);
  write('d');
  await clock.pass(60_000);
  expect(sent).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
  expect(parts).toEqual([0, 1]);
});

test.each(['nothingArrives', 'nothingLeaves', 'microphoneSilent', 'callerSilent'] as const)(
  'so does a warning of %s',
  async (kind) => {
    const { clock, write, warned, sent } = browser();
    write('a');
    await clock.pass(10_000);
    warned(kind);
    await clock.pass(10_000);
    expect(sent).toEqual([['a']]);
  },
);

test('and a set-up that failed', async () => {
  const { clock, write, failed, happens, sent } = browser(2);
  write('Handshaking failed', 'ERROR');
  happens('ended');
  const told = failed();
  await clock.pass(10_000);
  await told;
  expect(sent).toEqual([['Handshaking failed']]);
});

test('of more lines than there is room for the newest are sent, in messages that the server takes', async () => {
  const { clock, write, happens, problem, sent, parts } = browser();
  for (let i = 0; i < 4000; i++) write(`${i} ${'x'.repeat(100)}`);
  happens('ended');
  problem();
  await clock.pass(10_000);
  expect(parts).toEqual(Array.from({ length: mostLogParts }, (_, part) => part));
  const numbers = sent.flat().map((text) => Number.parseInt(text, 10));
  expect(numbers).toEqual(numbers.map((_, i) => (numbers[0] ?? 0) + i));
  expect(numbers.at(-1)).toBe(3999);
  expect(numbers.length).toBeGreaterThan(1000);
});
