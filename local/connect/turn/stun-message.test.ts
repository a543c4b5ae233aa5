import { createHash, randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Frames, framed } from './frames.ts';
import {
  attributeOf,
  attributes,
  classes,
  isSignedBy,
  methods,
  readStun,
  readXorAddress,
  writeStun,
  xorAddress,
} from './stun-message.ts';

/** RFC 5769 §2.4: a request with long-term credentials, of realm "example.org" and password "TheMatrIX". */
const sample = Buffer.from(
  `000100602112a44278ad3433c6ad72c029da412e
   00060012e3839ee38388e383aae38383e382afe382b90000
   0015001c662f2f3439396b39353464364f4c33346f4c39465354767936347341
   0014000b6578616d706c652e6f726700
   00080014f67024656dd64a3e02b8e0712e85c9a28ca89666`.replaceAll(/\s/g, ''),
  'hex',
);

test('RFC 5769: the sample request is read, and its integrity is that of its password', () => {
  const message = readStun(sample);
  if (!message) throw new Error('not read');
  const username = attributeOf(message, attributes.username)?.toString();
  const key = (password: string) => createHash('md5').update(`${username}:example.org:${password}`).digest();
  expect(message).toMatchObject({ method: methods.binding, class: classes.request });
  expect(isSignedBy(message, key('TheMatrIX'))).toBe(true);
  expect(isSignedBy(message, key('another'))).toBe(false);
});

test('RFC 5769: an address is written as in the sample answer', () => {
  const address = { address: '192.0.2.1', port: 32_853 };
  expect(xorAddress(address).toString('hex')).toBe('0001a147e112a643');
  expect(readXorAddress(xorAddress(address))).toEqual(address);
});

test('what is written is read again, whatever it says', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.values(methods)),
      fc.constantFrom(...Object.values(classes)),
      fc.uint8Array({ maxLength: 60 }),
      (method, kind, bytes) => {
        const data = Buffer.from(bytes);
        const transaction = randomBytes(12);
        const key = Buffer.from('a key');
        const written = writeStun(
          { method, class: kind, transaction, attributes: [[attributes.data, data]] },
          key,
        );
        const read = readStun(written);
        expect(read).toMatchObject({ method, class: kind, transaction });
        expect(read && attributeOf(read, attributes.data)).toEqual(data);
        expect(read && isSignedBy(read, key)).toBe(true);
      },
    ),
  );
});

test('no bytes make it fail, and none but a message is read', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      expect(() => readStun(Buffer.from(bytes))).not.toThrow();
    }),
  );
  expect(readStun(sample.subarray(0, 40))).toBeUndefined();
});

test('a stream gives the frames that were put into it, however it is cut', () => {
  const channelData = Buffer.from([0x40, 0, 0, 3, 1, 2, 3]);
  const stream = Buffer.concat([sample, channelData, sample].map(framed));
  fc.assert(
    fc.property(fc.array(fc.nat({ max: stream.length })), (cuts) => {
      const places = [0, ...cuts.toSorted((one, other) => one - other), stream.length];
      const frames = new Frames();
      const whole = places.slice(1).flatMap((end, index) => frames.take(stream.subarray(places[index], end)));
      expect(whole).toEqual([sample, channelData, sample]);
    }),
  );
});
