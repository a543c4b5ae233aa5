import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanWords } from './clean-words.ts';
import { mostWords } from './symptoms.ts';

test.each([
  ['The caller sounded like a robot', 'The caller sounded like a robot'],
  ['call her back at +49 (0)30 123-4567 please', 'call her back at [number] please'],
  ['555.123.4567', '[number]'],
  ['card 4111 1111 1111 1111, pin 1234', 'card [number], pin 1234'],
  ['٠١٢٣٤٥٦٧', '[number]'],
  ['0171２３４５６７', '[number]'],
  ['0​1​7​1​2​3​4​5', '[number]'],
  ['write to ana.silva@example.com!', 'write to [e-mail]'],
  ['see https://example.com/?token=abc now', 'see [address] now'],
  ['contact 9b5f0c1e-4d2a-4f57-9a3c-1f0e2d3c4b5a', 'contact [number]'],
  ['from 16:05 on, 3 times, 20 s each', 'from 16:05 on, 3 times, 20 s each'],
  ['two\nlines\tand\u0000more', 'two lines and more'],
])('%s', (words, cleaned) => {
  expect(cleanWords(words)).toBe(cleaned);
});

test('of nothing, nothing', () => {
  expect(cleanWords(' \n\u200b ')).toBeUndefined();
});

const between = fc.constantFrom('', ' ', '-', '.', '/', ' (', ') ', '\u200b', '\n', '\u00a0');
const phone = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 9 }), between), { minLength: 5, maxLength: 16 })
  .map((digits) => digits.map(([digit, then]) => `${digit}${then}`).join(''));
const wordsWith = fc
  .tuple(fc.string({ unit: 'grapheme', maxLength: 200 }), phone, fc.string({ maxLength: 200 }))
  .map(([before, inside, after]) => `${before} ${inside} ${after}`);

test('whatever is around it, no run of five digits is left, cleaning twice is cleaning once, and it is short', () => {
  fc.assert(
    fc.property(wordsWith, (words) => {
      const once = cleanWords(words) ?? '';
      expect(once).not.toMatch(/\d(?:[\s().\-/_]*\d){4}/);
      expect(once.length).toBeLessThanOrEqual(mostWords);
      expect(cleanWords(once) ?? '').toBe(once);
      expect(once).not.toMatch(/\p{Cs}/u);
    }),
    { numRuns: 500 },
  );
});
