import { expect, test } from 'vitest';
import type { CallWindow } from '../../../model/query/call.ts';
import { csvOfTable } from '../tables/panel-table.ts';
import { tableOfWindows } from './table-of-windows.ts';

const window: CallWindow = {
  softphoneStreamType: 'audio_input',
  startedAt: '2026-11-18T10:00:00.000Z',
  windowSeconds: 30,
  sampleCount: 2,
  rating: 'fair',
  ratingReasons: ['loss'],
  packetsLostPercent: 1.5,
  samples: {
    offsetMillis: [0, 1000],
    packetsLost: [0, 1],
    packetsCount: [50, 50],
    audioLevel: [100, 100],
    quiet: [0, 0],
    jitterMillis: [null, null],
    roundTripTimeMillis: [40, 60],
  },
};

test('a window is a row of figures for a spreadsheet; what was not measured is empty', () => {
  expect(
    csvOfTable(tableOfWindows([window]))
      .slice(1)
      .trimEnd()
      .split('\r\n'),
  ).toEqual([
    '"From","Seconds","Rating","Why","MOS","Loss (%)","Round trip (ms)","Jitter (ms)","Silent (s)"',
    '"2026-11-18T10:00:00.000Z",30,"Fair","packets lost",,1.5,50,,',
  ]);
});

test('what was concealed has a column where any window of the call measured it', () => {
  const measured = { ...window, concealedPercent: { avg: 2.5, max: 20, p95: 20 } };
  const [header, first, second] = csvOfTable(tableOfWindows([window, measured]))
    .slice(1)
    .split('\r\n');
  expect(header?.endsWith(',"Silent (s)","Concealed (%)"')).toBe(true);
  expect([first, second].map((row) => row?.split(',').at(-1))).toEqual(['', '2.5']);
});
