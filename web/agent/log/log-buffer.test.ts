import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LogLine } from '../../../model/logs/limits.ts';
import { LogBuffer } from './log-buffer.ts';

const start = Date.parse('2026-03-04T08:00:00.000Z');
const forever = Number.MAX_SAFE_INTEGER / 1000;
const lineAt = (millis: number, text = 'Softphone call detected'): LogLine => ({
  at: new Date(millis).toISOString(),
  level: 'INFO',
  text,
});
const all = (buffer: LogBuffer) => buffer.between(start - 86_400_000, forever);

test('gives the lines of a time, in its order: a frame’s come later than a worker’s', () => {
  const buffer = new LogBuffer();
  for (const second of [5, 1, 3, 9]) buffer.add(lineAt(start + second * 1000, `${second}`), start + 10_000);
  expect(buffer.between(start + 1000, start + 5000).map(({ text }) => text)).toEqual(['1', '3', '5']);
});

test('lets go of the oldest where it would be more than the limit, whatever comes', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 300 }), (lengths) => {
      const buffer = new LogBuffer(5000);
      const lines = lengths.map((length, i) => lineAt(start + i, 'x'.repeat(length)));
      for (const line of lines) buffer.add(line, start);
      const kept = all(buffer);
      expect(kept).toEqual(lines.slice(lines.length - kept.length));
      const bytes = (of: readonly LogLine[]) => of.reduce((sum, { text }) => sum + text.length + 100, 0);
      expect(bytes(kept)).toBeLessThanOrEqual(5000);
      if (kept.length < lines.length) expect(bytes(lines.slice(-kept.length - 1))).toBeGreaterThan(5000);
    }),
  );
});

test('over a shift of eight hours it holds two, and no more than the limit', () => {
  const buffer = new LogBuffer();
  for (let second = 0; second < 8 * 3600; second += 2) {
    const now = start + second * 1000;
    buffer.add(lineAt(now), now);
  }
  const end = start + 8 * 3_600_000 - 2000;
  expect(all(buffer)[0]?.at).toBe(new Date(end - 2 * 3_600_000).toISOString());
  expect(all(buffer)).toHaveLength(3601);
});
