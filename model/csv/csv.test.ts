import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

test('quotes texts, leaves numbers, and what is not known empty', () => {
  expect(
    csvOf([
      ['Queue', 'MOS'],
      ['Say "hi", twice\n', 4.2],
      [undefined, -1],
    ]),
  ).toBe('\uFEFF"Queue","MOS"\r\n"Say ""hi"", twice\n",4.2\r\n,-1\r\n');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '  =1', '＝1', '|x', '%x'])(
  'a spreadsheet does not run %j',
  (text) => expect(csvOf([[text]])).toBe(`\uFEFF"'${text}"\r\n`),
);

test('whatever the texts are, none begins like a formula, and none leaves its cell', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (texts) => {
      const read = cellsOf(csvOf([texts]).slice(1));
      expect(read).toHaveLength(texts.length);
      for (const [i, cell] of read.entries()) {
        expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
        expect([texts[i], `'${texts[i]}`]).toContain(cell);
      }
    }),
  );
});

/** One row as a reader of RFC 4180 reads it. */
function cellsOf(csv: string): string[] {
  return [...csv.matchAll(/"((?:[^"]|"")*)"(?:,|\r\n$)/g)].map(([, cell = '']) => cell.replaceAll('""', '"'));
}
