import { expect, test } from 'vitest';
import { csvLines } from '../../model/csv/csv.ts';
import { wfmFiles, wfmHeaders, wfmRows } from '../../model/wfm/files.ts';
import { dayStretch } from '../../model/wfm/interval.ts';
import { sourcesOf } from './collect-wfm.ts';
import { goldenDay, goldenEvents, goldenNow, goldenRecords, goldenSettings } from './golden-day.ts';
import { goldenFiles } from './golden-files.ts';

test.each(wfmFiles)('the golden day’s %s are what was worked out by hand', async (file) => {
  const sources = await sourcesOf(goldenRecords, goldenEvents, goldenNow);
  const rows = wfmRows(sources, dayStretch(goldenDay, goldenSettings.zone), goldenSettings);
  expect(csvLines([wfmHeaders[file], ...rows[file]])).toBe(goldenFiles()[file]);
});

test('nothing about a caller is in any file', async () => {
  const text = Object.values(goldenFiles()).join();
  expect(JSON.stringify(goldenRecords)).toMatch(/\+442079460123/);
  expect(text).not.toMatch(/\+44|Jones|gold\b|4711/);
});
