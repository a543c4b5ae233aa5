import { createHmac, timingSafeEqual } from 'node:crypto';

/** Methods of STUN and TURN (RFC 8489 §18.2, RFC 8656 §17). */
export const methods = {
  binding: 0x001,
  allocate: 0x003,
  refresh: 0x004,
  send: 0x006,
  data: 0x007,
  createPermission: 0x008,
  channelBind: 0x009,
} as const;

/** Classes (RFC 8489 §5), as they stand in the type's bits. */
export const classes = { request: 0x000, indication: 0x010, success: 0x100, error: 0x110 } as const;

/** Attributes (RFC 8489 §18.3, RFC 8656 §18). */
export const attributes = {
  username: 0x0006,
  messageIntegrity: 0x0008,
  errorCode: 0x0009,
  channelNumber: 0x000c,
  lifetime: 0x000d,
  xorPeerAddress: 0x0012,
  data: 0x0013,
  realm: 0x0014,
  nonce: 0x0015,
  xorRelayedAddress: 0x0016,
  requestedTransport: 0x0019,
  xorMappedAddress: 0x0020,
} as const;

/** An IPv4 address and a port: this is for loopback, where nothing else is needed. */
export type Address = { readonly address: string; readonly port: number };
export type Attribute = readonly [type: number, value: Buffer];

export type StunMessage = {
  readonly method: number;
  readonly class: number;
  readonly transaction: Buffer;
  /** In their order; the first of a type counts (RFC 8489 §14). */
  readonly attributes: readonly Attribute[];
  /** All up to MESSAGE-INTEGRITY, its length as if that came last: what the integrity is of. */
  readonly signed: Buffer | undefined;
};

export const headerBytes = 20;
const cookie = 0x2112a442;
const integrityBytes = 24;
const padded = (bytes: number) => (bytes + 3) & ~3;

/** Whether a datagram begins as a STUN message does; else it is channel data (RFC 8656 §12). */
export function isStun(bytes: Buffer): boolean {
  return bytes.length >= headerBytes && bytes.readUInt8(0) < 0x40 && bytes.readUInt32BE(4) === cookie;
}

/** Reads a message; undefined where it is none. */
export function readStun(bytes: Buffer): StunMessage | undefined {
  if (!isStun(bytes) || bytes.readUInt16BE(2) !== bytes.length - headerBytes) return undefined;
  const type = bytes.readUInt16BE(0);
  const found: Attribute[] = [];
  let signed: Buffer | undefined;
  for (let at = headerBytes; at + 4 <= bytes.length; ) {
    const [kind, length] = [bytes.readUInt16BE(at), bytes.readUInt16BE(at + 2)];
    if (at + 4 + length > bytes.length) return undefined;
    if (kind === attributes.messageIntegrity) signed = signedPart(bytes, at);
    found.push([kind, bytes.subarray(at + 4, at + 4 + length)]);
    at += 4 + padded(length);
  }
  return {
    method: (type & 0x000f) | ((type & 0x00e0) >> 1) | ((type & 0x3e00) >> 2),
    class: type & 0x0110,
    transaction: bytes.subarray(8, headerBytes),
    attributes: found,
    signed,
  };
}

/** Writes a message; with `key` it ends with MESSAGE-INTEGRITY. */
export function writeStun(
  message: Pick<StunMessage, 'method' | 'class' | 'transaction' | 'attributes'>,
  key?: Buffer,
): Buffer {
  const body = Buffer.concat(message.attributes.map(writeAttribute));
  const header = Buffer.alloc(headerBytes);
  // Every method here is below 16, so its bits need no spreading (RFC 8489 §5).
  header.writeUInt16BE(message.method | message.class, 0);
  header.writeUInt16BE(body.length + (key ? integrityBytes : 0), 2);
  header.writeUInt32BE(cookie, 4);
  message.transaction.copy(header, 8);
  const whole = Buffer.concat([header, body]);
  if (!key) return whole;
  const integrity = createHmac('sha1', key).update(whole).digest();
  return Buffer.concat([whole, writeAttribute([attributes.messageIntegrity, integrity])]);
}

export function attributeOf(message: StunMessage, type: number): Buffer | undefined {
  return message.attributes.find(([kind]) => kind === type)?.[1];
}

/** Whether the message was signed with that key (RFC 8489 §14.5). */
export function isSignedBy(message: StunMessage, key: Buffer): boolean {
  const given = attributeOf(message, attributes.messageIntegrity);
  if (!given || !message.signed) return false;
  const own = createHmac('sha1', key).update(message.signed).digest();
  return given.length === own.length && timingSafeEqual(given, own);
}

/** An address as XOR-MAPPED-ADDRESS has it (RFC 8489 §14.2), IPv4 only. */
export function xorAddress({ address, port }: Address): Buffer {
  const value = Buffer.alloc(8);
  value.writeUInt8(1, 1);
  value.writeUInt16BE(port ^ (cookie >>> 16), 2);
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
  value.writeUInt32BE((Buffer.from([a, b, c, d]).readUInt32BE(0) ^ cookie) >>> 0, 4);
  return value;
}

/** The address that XOR-MAPPED-ADDRESS says; undefined where it is no IPv4 address. */
export function readXorAddress(value: Buffer | undefined): Address | undefined {
  if (value?.length !== 8 || value.readUInt8(1) !== 1) return undefined;
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE((value.readUInt32BE(4) ^ cookie) >>> 0, 0);
  return { address: bytes.join('.'), port: value.readUInt16BE(2) ^ (cookie >>> 16) };
}

/** ERROR-CODE (RFC 8489 §14.8). */
export function errorCode(code: number, reason: string): Buffer {
  return Buffer.concat([Buffer.from([0, 0, Math.floor(code / 100), code % 100]), Buffer.from(reason)]);
}

function writeAttribute([type, value]: Attribute): Buffer {
  const whole = Buffer.alloc(4 + padded(value.length));
  whole.writeUInt16BE(type, 0);
  whole.writeUInt16BE(value.length, 2);
  value.copy(whole, 4);
  return whole;
}

function signedPart(bytes: Buffer, at: number): Buffer {
  const part = Buffer.from(bytes.subarray(0, at));
  part.writeUInt16BE(at - headerBytes + integrityBytes, 2);
  return part;
}
