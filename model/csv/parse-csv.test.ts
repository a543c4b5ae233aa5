import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLines, csvOf } from './csv.ts';
import { parseCsv } from './parse-csv.ts';

/** What a spreadsheet would run is written with an apostrophe before it. */
const harmless = fc
  .string({ unit: 'grapheme' })
  .filter((text) => !/^[\s]*[=+\-@|%＝＋－＠]|^[\t\r\n]|^\uFEFF/.test(text));

test('what was written is read, whatever is in the cells', () => {
  fc.assert(
    fc.property(fc.array(fc.array(harmless, { minLength: 2, maxLength: 5 }), { maxLength: 5 }), (rows) => {
      expect(parseCsv(csvLines(rows))).toEqual(rows);
      expect(parseCsv(csvOf(rows))).toEqual(rows);
    }),
  );
});

test('lines end in any way, cells need no quotation marks, and empty lines are none', () => {
  expect(parseCsv('a,b\n1,\r\n\r\n,"2 ""x"""\r3,4')).toEqual([
    ['a', 'b'],
    ['1', ''],
    ['', '2 "x"'],
    ['3', '4'],
  ]);
  expect(parseCsv('a,')).toEqual([['a', '']]);
  expect(parseCsv('')).toEqual([]);
});

test.each(['"a', 'a,"b\nc,d', '"a"b,c'])('%j is no whole file', (text) => {
  expect(parseCsv(text)).toBeUndefined();
});
