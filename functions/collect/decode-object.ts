import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** How a gzip file begins (RFC 1952). Firehose's names do not say whether it has compressed. */
const gzip = [0x1f, 0x8b];

/** The text of an object, of any length: compressed or plain. */
export async function* decodeObject(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const reader = bytes[Symbol.asyncIterator]();
  const first = await reader.next();
  if (first.done) return;
  const whole = (async function* () {
    yield first.value;
    for (let next = await reader.next(); !next.done; next = await reader.next()) yield next.value;
  })();
  const isGzip = first.value[0] === gzip[0] && first.value[1] === gzip[1];
  const plain: AsyncIterable<Uint8Array> = isGzip ? unzipped(whole) : whole;
  const decoder = new TextDecoder();
  for await (const chunk of plain) yield decoder.decode(chunk, { stream: true });
}

/** Whoever reads it is told what is damaged; `compose` raises that once more, where nobody can catch it. */
function unzipped(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  return pipeline(Readable.from(bytes, { objectMode: false }), createGunzip(), () => {});
}
