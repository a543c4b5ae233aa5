import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLogEntry } from './read-log-entry.ts';

const now = Date.parse('2026-03-04T10:00:00.000Z');
const at = '2026-03-04T09:59:58.000Z';
/** As Streams 2.28.2 hands it over: a clone of its LogEntry. */
const entry = {
  component: 'softphone',
  level: 'ERROR',
  text: "'acceptContact' API request failed",
  time: new Date(at),
  tabId: 'tab',
  exception: null,
  objects: [{ credential: 'c' }],
  line: 3,
  agentResourceId: 'a1',
  loggerId: '1700000000000-abc',
  contextLayer: 'SharedWorker',
};

test('an entry is its time, level, layer and cleaned text', () => {
  expect(readLogEntry(entry, now)).toEqual({ at, level: 'ERROR', layer: 'SharedWorker', text: entry.text });
  const other = { level: 'INFO', text: 'Ringtone Stop', time: at, contextLayer: 'Somewhere' };
  expect(readLogEntry(other, now)).toEqual({ at, level: 'INFO', text: 'Ringtone Stop' });
  expect(readLogEntry({ ...other, time: 'never' }, now)?.at).toBe(new Date(now).toISOString());
});

test('an exception is its kind and message, and not where it came from', () => {
  const exception = { type: 'TypeError', message: 'sdp is undefined', stack: ['at wss://host/x.js'] };
  expect(readLogEntry({ ...entry, exception }, now)?.text).toBe(
    "'acceptContact' API request failed (TypeError: sdp is undefined)",
  );
});

test.each([
  undefined,
  'text',
  {},
  { ...entry, level: 'TRACE' },
  { ...entry, level: 'DEBUG' },
  { ...entry, text: 7 },
  { ...entry, text: '\u200b' },
])('of %j nothing is kept, and nothing is thrown', (raw) => {
  expect(readLogEntry(raw, now)).toBeUndefined();
});

test('nothing that was logged beside a line is kept, whatever it is', () => {
  const secret = fc.string({ minLength: 6, unit: 'grapheme' }).filter((text) => !entry.text.includes(text));
  fc.assert(
    fc.property(secret, fc.object(), (value, others) => {
      const objects = [{ ...others, value, inner: [{ [value]: value }] }];
      const kept = readLogEntry({ ...entry, objects, stack: value, tabId: value, attributes: others }, now);
      expect(kept).toEqual(readLogEntry(entry, now));
    }),
  );
});
