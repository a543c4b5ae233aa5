import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { type CredentialOf, TurnClient } from './client.ts';
import { Frames, framed } from './frames.ts';

const loopback = '127.0.0.1';

/** How the way to the server is. A datagram that is dropped is answered by nobody, as behind a firewall. */
export type TurnOptions = {
  readonly credentialOf: CredentialOf;
  /** Drops what comes by UDP. */
  readonly dropsUdp?: boolean;
  /** Of every datagram, in each direction; none if left out. */
  readonly delayMillis?: number;
};

/**
 * A small TURN server on loopback, over UDP and TCP (RFC 8656, with the long-term credentials of RFC 8489): what a browser
 * needs to get a relay candidate and to send through it. It relays to this machine only. Not for anything else.
 */
export class TurnServer {
  readonly udpPort: number;
  readonly tcpPort: number;
  readonly #udp: UdpSocket;
  readonly #tcp: Server;
  readonly #options: TurnOptions;
  readonly #clients = new Map<string, TurnClient>();
  readonly #streams = new Set<Socket>();
  #isOpen = true;

  private constructor(udp: UdpSocket, tcp: Server, options: TurnOptions) {
    this.udpPort = udp.address().port;
    this.tcpPort = (tcp.address() as AddressInfo).port;
    this.#udp = udp;
    this.#tcp = tcp;
    this.#options = options;
    this.#takeDatagrams();
    tcp.on('connection', (stream) => this.#takeStream(stream));
  }

  /** Listens on ports that are free. */
  static async start(options: TurnOptions): Promise<TurnServer> {
    const udp = createSocket('udp4').bind(0, loopback);
    const tcp = createServer({ noDelay: true }).listen(0, loopback);
    await Promise.all([once(udp, 'listening'), once(tcp, 'listening')]);
    return new TurnServer(udp, tcp, options);
  }

  /** As in an ICE server's `urls`. */
  get urls(): { readonly udp: string; readonly tcp: string } {
    return {
      udp: `turn:${loopback}:${this.udpPort}?transport=udp`,
      tcp: `turn:${loopback}:${this.tcpPort}?transport=tcp`,
    };
  }

  async stop(): Promise<void> {
    this.#isOpen = false;
    for (const client of this.#clients.values()) client.close();
    for (const stream of this.#streams) stream.destroy();
    this.#udp.close();
    await new Promise((resolve) => this.#tcp.close(resolve));
  }

  #takeDatagrams(): void {
    this.#udp.on('message', (datagram, from) => {
      if (this.#options.dropsUdp) return;
      const { address, port } = from;
      const key = `${address}:${port}`;
      const client =
        this.#clients.get(key) ??
        this.#client({ address, port }, (bytes) => this.#later(() => this.#udp.send(bytes, port, address)));
      this.#clients.set(key, client);
      this.#later(() => client.take(datagram));
    });
    // A client that is gone is said so by the system.
    this.#udp.on('error', () => {});
  }

  #takeStream(stream: Socket): void {
    const { remoteAddress = loopback, remotePort = 0 } = stream;
    const frames = new Frames();
    const client = this.#client({ address: remoteAddress, port: remotePort }, (bytes) =>
      this.#later(() => stream.write(framed(bytes))),
    );
    this.#streams.add(stream);
    stream.on('data', (bytes) => {
      for (const frame of frames.take(bytes)) this.#later(() => client.take(frame));
    });
    stream.on('error', () => {});
    stream.on('close', () => {
      this.#streams.delete(stream);
      client.close();
    });
  }

  #client(from: { address: string; port: number }, reply: (bytes: Buffer) => void): TurnClient {
    return new TurnClient(from, this.#options.credentialOf, reply);
  }

  #later(then: () => void): void {
    const { delayMillis = 0 } = this.#options;
    if (delayMillis === 0) then();
    else setTimeout(() => this.#isOpen && then(), delayMillis).unref();
  }
}
