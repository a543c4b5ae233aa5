import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitJson } from './split-json.ts';

async function split(text: string, size: number): Promise<string[]> {
  async function* chunks() {
    for (let i = 0; i < text.length; i += size) yield text.slice(i, i + size);
  }
  const pieces: string[] = [];
  for await (const piece of splitJson(chunks())) pieces.push(piece);
  return pieces;
}

const json = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })).map((value) => JSON.stringify(value));
const between = fc.constantFrom('', '\n', '\r\n', ' \n\t');

test('objects one after the other are found, whatever is in them and wherever the chunks end', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(json, { maxLength: 8 }),
      between,
      fc.integer({ min: 1, max: 40 }),
      async (all, gap, size) => {
        expect(await split(all.join(gap), size)).toEqual(all);
        expect(await split(`${gap}${all.join(gap)}${gap}`, size)).toEqual(all);
      },
    ),
  );
});

test('what is no JSON is a piece of its own, and so is what is cut off', async () => {
  for (const size of [1, 3, 1000]) {
    expect(await split('{"a":1}}garbage "{"b":"}"}\n{"c":', size)).toEqual([
      '{"a":1}',
      '}garbage',
      '"',
      '{"b":"}"}',
      '{"c":',
    ]);
  }
});
