import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { decodeObject } from './decode-object.ts';

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  let text = '';
  for await (const part of decodeObject(bytes)) text += part;
  return text;
}

const text = '{"a":"ü"}'.repeat(500);

test('reads compressed and plain text, characters across chunks', async () => {
  expect(await textOf(Readable.from([gzipSync(text)]))).toBe(text);
  expect(await textOf(Readable.from(Array.from(Buffer.from(text), (byte) => Buffer.of(byte))))).toBe(text);
  expect(await textOf(Readable.from([]))).toBe('');
});

test('what is cut off throws to whoever reads it, and nowhere else', async () => {
  const cut = gzipSync(text).subarray(0, -20);
  await expect(textOf(Readable.from([cut]))).rejects.toMatchObject({ code: 'Z_BUF_ERROR' });
});
