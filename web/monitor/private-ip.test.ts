import { expect, test } from 'vitest';
import { privateIp } from './private-ip.ts';

/** A browser that gives these host candidates. */
function browserWith(addresses: readonly string[], closed: () => void = () => {}) {
  class Connection {
    onicecandidate: (event: { candidate: { address: string; type: string } | null }) => void = () => {};
    createDataChannel() {}
    async createOffer() {}
    async setLocalDescription() {
      for (const address of addresses) this.onicecandidate({ candidate: { address, type: 'host' } });
      this.onicecandidate({ candidate: null });
    }
    close() {
      closed();
    }
  }
  return Connection as unknown as typeof RTCPeerConnection;
}

test.each([
  [['127.0.0.1', '10.20.0.7', '192.168.1.4'], '10.20.0.7'],
  [['172.31.9.1'], '172.31.9.1'],
  [['[::1]', '[fd00::2]'], 'fd00::2'],
  [['203.0.113.9', '172.32.0.1', '[2001:db8::1]'], undefined],
  [['0d1a6a5e-9f1a-4b62-8c6f-0d1d6a5e9f1a.local'], undefined],
  [[], undefined],
])('of %j takes %s', async (addresses, expected) => {
  expect(await privateIp(browserWith(addresses))).toBe(expected);
});

test('closes the connection that it opened', async () => {
  let closed = 0;
  await privateIp(browserWith(['10.0.0.1'], () => closed++));
  expect(closed).toBe(1);
});

test('a browser without peer connections gives nothing', async () => {
  class Refuses {
    createDataChannel() {
      throw new DOMException('no', 'InvalidStateError');
    }
    close() {}
  }
  expect(await privateIp(Refuses as unknown as typeof RTCPeerConnection)).toBeUndefined();
});
