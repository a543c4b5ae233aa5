import { expect, test } from 'vitest';
import { pollNotes, whyNothing } from './poll-words.ts';

const at = '2026-03-04T10:07:00.000Z';
const well = { at, faults: {} };

test('where nothing is polled it is said how to switch it on, and for each of both apart', () => {
  expect(whyNothing([])).toContain('current.on of the parameter metrics');
  expect(pollNotes([])).toEqual([expect.stringContaining('historical.on of the parameter metrics')]);
  expect(whyNothing([{ poller: 'current', ...well }])).toContain('in the last ten minutes');
});

test('what was read only in part says so and why; what may still change, until when it does not', () => {
  const settledThrough = '2026-03-04T06:00:00.000Z';
  const notes = pollNotes([
    { poller: 'current', at, faults: { throttled: 3, failed: 0 } },
    { poller: 'historical', ...well, settledThrough },
  ]);
  expect(notes).toEqual([
    expect.stringMatching(
      /^Partial: of how queues stand not all was read at .*let nothing more through\. The next/,
    ),
    expect.stringMatching(/last read at .*Those after .*may still change\.$/),
  ]);
});
