import { expect, test } from 'vitest';
import { buildWindow } from '../../../test/builders.ts';
import { buildWindowDocument } from '../../../test/document-builders.ts';
import { secondsOf } from './seconds.ts';

const at = (seconds: number) =>
  new Date(Date.parse('2026-03-04T10:00:00.000Z') + seconds * 1000).toISOString();
const start = Date.parse(at(0));

test('lays the windows of one direction over time, in order, with a gap where one is missing', () => {
  const windows = [0, 29, 90].map((seconds) => buildWindowDocument(buildWindow({ startedAt: at(seconds) })));
  const other = buildWindowDocument(buildWindow({ streamType: 'audio_output', startedAt: at(0) }));
  const seconds = secondsOf([...windows.reverse(), other], 'audio_input');
  expect(seconds.gaps).toEqual([[start + 58_000, start + 90_000]]);
  const times = seconds.roundTripTimeMillis.map(([time]) => time);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(seconds.roundTripTimeMillis.filter(([, value]) => value === null)).toEqual([[start + 58_000, null]]);
});

test('each second has the loss of its own direction', () => {
  const input = buildWindowDocument(buildWindow({ startedAt: at(0) }, { lossPercent: 10 }));
  const output = buildWindowDocument(
    buildWindow({ streamType: 'audio_output', startedAt: at(0) }, { lossPercent: 10 }),
  );
  expect(secondsOf([input, output], 'audio_input').lossPercent[5]?.[1]).toBeCloseTo(10, 5);
  expect(secondsOf([input, output], 'audio_output').lossPercent[5]?.[1]).toBeCloseTo(10, 5);
});

test('what was not measured breaks the line', () => {
  const window = buildWindowDocument(buildWindow({ startedAt: at(0) }, { jitterMillis: null }));
  expect(secondsOf([window], 'audio_input').jitterMillis.every(([, value]) => value === null)).toBe(true);
});
