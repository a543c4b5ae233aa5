import { expect, test } from 'vitest';
import { isRtp } from './rtp.ts';

test.each([
  ['RTP with payload type 111', [0x80, 111], true],
  ['RTP with the marker bit', [0x90, 128 + 111], true],
  ['an RTCP sender report', [0x80, 200], false],
  ['an RTCP receiver report', [0x81, 201], false],
  ['RTCP extended reports', [0x80, 207], false],
  ['STUN', [0, 1], false],
  ['DTLS', [22, 254], false],
  ['nothing', [], false],
])('%s', (_, bytes, expected) => {
  expect(isRtp(Uint8Array.from(bytes))).toBe(expected);
});
