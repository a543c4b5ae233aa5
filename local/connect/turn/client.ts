import { createHash, randomBytes } from 'node:crypto';
import { Allocation } from './allocation.ts';
import {
  type Address,
  type Attribute,
  attributeOf,
  attributes,
  classes,
  errorCode,
  isSignedBy,
  isStun,
  methods,
  readStun,
  readXorAddress,
  type StunMessage,
  writeStun,
  xorAddress,
} from './stun-message.ts';

/** Gives a user's credential; undefined for nobody's name. */
export type CredentialOf = (username: string) => string | undefined;

const realm = 'connect.localhost';
const allocationSeconds = 600;
const udp = 17;

type Signed = { readonly username: string; readonly key: Buffer };
type Answer = { readonly attributes?: readonly Attribute[]; readonly fault?: readonly [number, string] };

/** One client of the server (RFC 8656): a 5-tuple, with at most one allocation. Answers a message at a time, in order. */
export class TurnClient {
  readonly #from: Address;
  readonly #credentialOf: CredentialOf;
  readonly #reply: (bytes: Buffer) => void;
  readonly #nonce = randomBytes(12).toString('hex');
  #allocation: Allocation | undefined;
  #expiry: NodeJS.Timeout | undefined;
  #isOpen = true;
  #last: Promise<void> = Promise.resolve();

  constructor(from: Address, credentialOf: CredentialOf, reply: (bytes: Buffer) => void) {
    this.#from = from;
    this.#credentialOf = credentialOf;
    this.#reply = reply;
  }

  /** Takes a datagram, or a frame of the stream. What is no message is dropped, as RFC 8489 §6.3 wants it. */
  take(bytes: Buffer): void {
    const message = readStun(bytes);
    if (!isStun(bytes)) this.#takeChannelData(bytes);
    else if (message?.class === classes.indication) this.#takeIndication(message);
    else if (message?.class === classes.request) this.#last = this.#last.then(() => this.#answer(message));
  }

  close(): void {
    this.#isOpen = false;
    this.#free();
  }

  #takeChannelData(bytes: Buffer): void {
    if (bytes.length < 4) return;
    const length = bytes.readUInt16BE(2);
    this.#allocation?.sendByChannel(bytes.readUInt16BE(0), bytes.subarray(4, 4 + length));
  }

  #takeIndication(message: StunMessage): void {
    if (message.method !== methods.send) return;
    const data = attributeOf(message, attributes.data);
    if (data) this.#allocation?.send(readXorAddress(attributeOf(message, attributes.xorPeerAddress)), data);
  }

  async #answer(request: StunMessage): Promise<void> {
    if (request.method === methods.binding)
      return this.#send(request, { attributes: [[attributes.xorMappedAddress, xorAddress(this.#from)]] });
    const signed = this.#whoSigned(request);
    if (!signed) return this.#challenge(request);
    if (this.#allocation && this.#allocation.username !== signed.username)
      return this.#send(request, { fault: [441, 'Wrong Credentials'] }, signed.key);
    this.#send(request, await this.#do(request, signed.username), signed.key);
  }

  /** The long-term credential mechanism (RFC 8489 §9.2). */
  #whoSigned(request: StunMessage): Signed | undefined {
    const username = attributeOf(request, attributes.username)?.toString();
    const credential = username === undefined ? undefined : this.#credentialOf(username);
    if (username === undefined || credential === undefined) return undefined;
    if (attributeOf(request, attributes.nonce)?.toString() !== this.#nonce) return undefined;
    const key = createHash('md5').update(`${username}:${realm}:${credential}`).digest();
    return isSignedBy(request, key) ? { username, key } : undefined;
  }

  #challenge(request: StunMessage): void {
    this.#send(request, {
      fault: [401, 'Unauthorized'],
      attributes: [
        [attributes.realm, Buffer.from(realm)],
        [attributes.nonce, Buffer.from(this.#nonce)],
      ],
    });
  }

  #do(request: StunMessage, username: string): Answer | Promise<Answer> {
    if (request.method === methods.allocate) return this.#allocate(request, username);
    if (!this.#allocation) return { fault: [437, 'Allocation Mismatch'] };
    if (request.method === methods.refresh) return this.#refresh(request);
    const peer = readXorAddress(attributeOf(request, attributes.xorPeerAddress));
    if (!peer) return { fault: [400, 'Bad Request'] };
    if (request.method === methods.createPermission)
      return this.#allocation.permit(peer) ? {} : { fault: [403, 'Forbidden'] };
    if (request.method !== methods.channelBind) return { fault: [400, 'Bad Request'] };
    const number = attributeOf(request, attributes.channelNumber)?.readUInt16BE(0) ?? 0;
    return this.#allocation.bind(number, peer) ? {} : { fault: [400, 'Bad Request'] };
  }

  async #allocate(request: StunMessage, username: string): Promise<Answer> {
    if (this.#allocation) return { fault: [437, 'Allocation Mismatch'] };
    if (attributeOf(request, attributes.requestedTransport)?.readUInt8(0) !== udp)
      return { fault: [442, 'Unsupported Transport Protocol'] };
    this.#allocation = await Allocation.open(username, (bytes) => this.#isOpen && this.#reply(bytes));
    const { relayed } = this.#allocation;
    this.#keep();
    if (!this.#isOpen) this.#free();
    return {
      attributes: [
        [attributes.xorRelayedAddress, xorAddress(relayed)],
        [attributes.xorMappedAddress, xorAddress(this.#from)],
        lifetime(allocationSeconds),
      ],
    };
  }

  #refresh(request: StunMessage): Answer {
    const wanted = attributeOf(request, attributes.lifetime)?.readUInt32BE(0) ?? allocationSeconds;
    if (wanted === 0) this.#free();
    else this.#keep();
    return { attributes: [lifetime(wanted === 0 ? 0 : allocationSeconds)] };
  }

  /** A client that goes without a word keeps its port no longer than this. */
  #keep(): void {
    clearTimeout(this.#expiry);
    this.#expiry = setTimeout(() => this.#free(), allocationSeconds * 1000).unref();
  }

  #free(): void {
    clearTimeout(this.#expiry);
    this.#allocation?.close();
    this.#allocation = undefined;
  }

  #send(request: StunMessage, { attributes: more = [], fault }: Answer, key?: Buffer): void {
    if (!this.#isOpen) return;
    const faults: Attribute[] = fault ? [[attributes.errorCode, errorCode(...fault)]] : [];
    const { method, transaction } = request;
    const answer = { method, transaction, class: fault ? classes.error : classes.success };
    this.#reply(writeStun({ ...answer, attributes: [...faults, ...more] }, key));
  }
}

function lifetime(seconds: number): Attribute {
  const value = Buffer.alloc(4);
  value.writeUInt32BE(seconds, 0);
  return [attributes.lifetime, value];
}
