import { headerBytes } from './stun-message.ts';

/** Cuts a stream into messages and channel data, which is padded to four bytes there (RFC 8656 §12.5). */
export class Frames {
  #rest: Buffer = Buffer.alloc(0);

  /** Takes what has come, and gives what is whole. */
  take(bytes: Buffer): Buffer[] {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    const whole: Buffer[] = [];
    for (;;) {
      const [length, withPadding] = lengthOf(this.#rest);
      if (this.#rest.length < withPadding) return whole;
      whole.push(this.#rest.subarray(0, length));
      this.#rest = this.#rest.subarray(withPadding);
    }
  }
}

/** As a frame of a stream: channel data gets its padding. */
export function framed(bytes: Buffer): Buffer {
  const missing = -bytes.length & 3;
  return missing === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(missing)]);
}

function lengthOf(bytes: Buffer): readonly [length: number, withPadding: number] {
  if (bytes.length < 4) return [4, 4];
  const isChannelData = bytes.readUInt8(0) >= 0x40;
  const length = bytes.readUInt16BE(2) + (isChannelData ? 4 : headerBytes);
  return [length, (length + 3) & ~3];
}
