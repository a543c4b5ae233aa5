import fc from 'fast-check';
import { expect, test } from 'vitest';
import { networkOf, shortenAddress } from './shorten-address.ts';

test.each([
  ['203.0.113.77', '203.0.113.0'],
  ['::ffff:203.0.113.77', '203.0.113.0'],
  ['192.168.7.44', '192.168.7.0'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1::'],
  ['fd12:3456:789a:1::1', 'fd12:3456:789a::'],
])('of %s stays %s', (address, kept) => {
  expect(shortenAddress(address, 'truncate')).toBe(kept);
  expect(shortenAddress(kept, 'truncate')).toBe(kept);
});

test('keeps all, or nothing, where that is wanted', () => {
  expect(shortenAddress('2001:DB8::1', 'keep')).toBe('2001:db8::1');
  expect(shortenAddress('203.0.113.77', 'drop')).toBeUndefined();
  for (const policy of ['keep', 'truncate', 'drop'] as const) {
    expect(shortenAddress(undefined, policy)).toBeUndefined();
    expect(shortenAddress('ana.silva', policy)).toBeUndefined();
  }
});

test('the network is the same of an address and of what is kept of it', () => {
  expect(networkOf('10.20.30.40')).toBe('10.20.30.0/24');
  expect(networkOf('10.20.30.0')).toBe('10.20.30.0/24');
  expect(networkOf('fd12:3456:789a:1::1')).toBe('fd12:3456:789a::/48');
  expect(networkOf(undefined)).toBeUndefined();
});

test('what identifies the machine is never in it', () => {
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      expect(shortenAddress(address, 'truncate')).toBe(address.replace(/\d+$/, '0'));
    }),
  );
  const groups = fc.array(fc.integer({ min: 1, max: 0xffff }), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(groups, (numbers) => {
      const text = (some: readonly number[]) => some.map((one) => one.toString(16)).join(':');
      expect(shortenAddress(text(numbers), 'truncate')).toBe(`${text(numbers.slice(0, 3))}::`);
    }),
  );
});
