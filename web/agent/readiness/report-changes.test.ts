import { expect, test } from 'vitest';
import type { ReadinessChange } from '../../../model/messages/readiness.ts';
import { mostReadinessChanges } from '../../../model/messages/readiness-kinds.ts';
import { reportChanges } from './report-changes.ts';

const change: ReadinessChange = { kind: 'pageFrozen', present: true, at: '2026-03-04T10:00:00.000Z' };

function makeReport() {
  const sent: number[] = [];
  const timers: (() => void)[] = [];
  const report = reportChanges(
    (changes) => sent.push(changes.length),
    (then) => timers.push(then),
  );
  return { report, sent, timers };
}

test('what comes together goes together, and nothing goes of nothing', () => {
  const { report, sent, timers } = makeReport();
  report.note([]);
  expect(timers).toHaveLength(0);
  report.note([change]);
  report.note([change, change]);
  expect([timers.length, sent]).toEqual([1, []]);
  timers[0]?.();
  expect(sent).toEqual([3]);
  report.note([change]);
  expect(timers).toHaveLength(2);
});

test('what began and was over at once is not told, but what it came to is', () => {
  const { report, sent, timers } = makeReport();
  const over = { ...change, present: false };
  report.note([change, over]);
  timers[0]?.();
  expect(sent).toEqual([]);
  report.note([change]);
  report.note([over, { ...change, kind: 'softphoneTwice' }]);
  report.note([change]);
  timers[1]?.();
  expect(sent).toEqual([2]);
});

test('a page that goes sends what waits, in messages that the server takes', () => {
  const { report, sent, timers } = makeReport();
  report.note(Array(mostReadinessChanges + 1).fill(change));
  report.flush();
  expect(sent).toEqual([mostReadinessChanges, 1]);
  timers[0]?.();
  expect(sent).toHaveLength(2);
});
