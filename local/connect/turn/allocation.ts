import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { type Address, attributes, classes, methods, writeStun, xorAddress } from './stun-message.ts';

const loopback = '127.0.0.1';
/** Of a channel's number (RFC 8656 §12). */
const [firstChannel, lastChannel] = [0x4000, 0x4fff];

/**
 * What a client has been given: a UDP port of the server, at which peers that it permits reach it (RFC 8656 §3.2). Only
 * peers on this machine are permitted, so nobody can use it to reach anything else.
 */
export class Allocation {
  readonly relayed: Address;
  readonly username: string;
  readonly #socket: Socket;
  readonly #toClient: (bytes: Buffer) => void;
  readonly #permitted = new Set<string>();
  readonly #channels = new Map<number, Address>();
  readonly #numbers = new Map<string, number>();
  #open = true;

  private constructor(socket: Socket, username: string, toClient: (bytes: Buffer) => void) {
    this.relayed = { address: loopback, port: socket.address().port };
    this.username = username;
    this.#socket = socket;
    this.#toClient = toClient;
    socket.on('message', (datagram, from) => this.#fromPeer(datagram, from));
    // A peer that is gone is said so by the system; the client will notice by itself.
    socket.on('error', () => {});
  }

  static async open(username: string, toClient: (bytes: Buffer) => void): Promise<Allocation> {
    const socket = createSocket('udp4');
    socket.bind(0, loopback);
    await once(socket, 'listening');
    return new Allocation(socket, username, toClient);
  }

  /** Lets the peer's address in; false where it is not on this machine. */
  permit({ address }: Address): boolean {
    if (!address.startsWith('127.')) return false;
    this.#permitted.add(address);
    return true;
  }

  /** Gives a peer a number, which stands for its address from then on; false where that cannot be (RFC 8656 §12.2). */
  bind(number: number, peer: Address): boolean {
    if (number < firstChannel || number > lastChannel) return false;
    const bound = this.#channels.get(number);
    const other = this.#numbers.get(keyOf(peer));
    if ((bound && keyOf(bound) !== keyOf(peer)) || (other !== undefined && other !== number)) return false;
    if (!this.permit(peer)) return false;
    this.#channels.set(number, peer);
    this.#numbers.set(keyOf(peer), number);
    return true;
  }

  /** Sends on what the client has for a peer, where the client has permitted it. */
  send(peer: Address | undefined, data: Buffer): void {
    if (!this.#open || !peer || !this.#permitted.has(peer.address)) return;
    this.#socket.send(data, peer.port, peer.address);
  }

  sendByChannel(number: number, data: Buffer): void {
    this.send(this.#channels.get(number), data);
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#socket.close();
  }

  #fromPeer(data: Buffer, peer: Address): void {
    if (!this.#permitted.has(peer.address)) return;
    const number = this.#numbers.get(keyOf(peer));
    this.#toClient(number === undefined ? dataIndication(peer, data) : channelData(number, data));
  }
}

function keyOf({ address, port }: Address): string {
  return `${address}:${port}`;
}

function dataIndication(peer: Address, data: Buffer): Buffer {
  return writeStun({
    method: methods.data,
    class: classes.indication,
    transaction: Buffer.alloc(12),
    attributes: [
      [attributes.xorPeerAddress, xorAddress(peer)],
      [attributes.data, data],
    ],
  });
}

function channelData(number: number, data: Buffer): Buffer {
  const header = Buffer.alloc(4);
  header.writeUInt16BE(number, 0);
  header.writeUInt16BE(data.length, 2);
  return Buffer.concat([header, data]);
}
