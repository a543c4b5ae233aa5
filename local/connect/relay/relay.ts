import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { type Clock, Lane, type LaneCounts } from './lane.ts';
import { changed, type DirectionFaults, type Network } from './network.ts';
import { seededRandom } from './random.ts';

const LOOPBACK = '127.0.0.1';

/**
 * The path of one call: two UDP sockets on loopback. The agent's peer connection is told that the customer is at `agentSidePort`,
 * the customer's that the agent is at `customerSidePort`. Whoever sends first to a port is the peer of that side.
 */
export class Relay {
  readonly agentSidePort: number;
  readonly customerSidePort: number;
  readonly #sockets: readonly [Socket, Socket];
  readonly #toAgent: Lane;
  readonly #fromAgent: Lane;
  #open = true;

  private constructor(agentSide: Socket, customerSide: Socket, seed: number, clock: Clock) {
    this.#sockets = [agentSide, customerSide];
    this.agentSidePort = agentSide.address().port;
    this.customerSidePort = customerSide.address().port;
    this.#fromAgent = new Lane(seededRandom(seed), clock);
    this.#toAgent = new Lane(seededRandom(seed + 1), clock);
    this.#join(agentSide, customerSide);
  }

  /** Opens a path that is clean until `apply` says otherwise. The same seed loses the same packets. */
  static async open(seed: number, clock: Clock = REAL_CLOCK): Promise<Relay> {
    const [agentSide, customerSide] = await Promise.all([bind(), bind()]);
    return new Relay(agentSide, customerSide, seed, clock);
  }

  /** Changes the faults from now on; what is not named stays. */
  apply(network: Network): void {
    this.#toAgent.faults = changed(this.#toAgent.faults, network.toAgent);
    this.#fromAgent.faults = changed(this.#fromAgent.faults, network.fromAgent);
  }

  get network(): { readonly toAgent: DirectionFaults; readonly fromAgent: DirectionFaults } {
    return { toAgent: this.#toAgent.faults, fromAgent: this.#fromAgent.faults };
  }

  get counts(): { readonly toAgent: LaneCounts; readonly fromAgent: LaneCounts } {
    return { toAgent: this.#toAgent.counts, fromAgent: this.#fromAgent.counts };
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    for (const socket of this.#sockets) socket.close();
  }

  #join(agentSide: Socket, customerSide: Socket): void {
    const agent = peerOf(agentSide);
    const customer = peerOf(customerSide);
    agentSide.on('message', (datagram, from) => {
      if (agent.is(from.address, from.port)) {
        this.#fromAgent.pass(datagram, (it) => this.#open && customer.send(it));
      }
    });
    customerSide.on('message', (datagram, from) => {
      if (customer.is(from.address, from.port)) {
        this.#toAgent.pass(datagram, (it) => this.#open && agent.send(it));
      }
    });
  }
}

const REAL_CLOCK: Clock = {
  now: () => performance.now(),
  after: (milliseconds, run) => void setTimeout(run, milliseconds),
};

async function bind(): Promise<Socket> {
  const socket = createSocket('udp4');
  socket.bind(0, LOOPBACK);
  await once(socket, 'listening');
  // A datagram to a port that has just closed comes back as an error on Linux; the call is over then.
  socket.on('error', () => undefined);
  return socket;
}

function peerOf(socket: Socket) {
  let peer: { address: string; port: number } | undefined;
  return {
    /** The first sender is the peer: a browser tries several of its addresses, one is enough. */
    is(address: string, port: number): boolean {
      peer ??= { address, port };
      return peer.address === address && peer.port === port;
    },
    send(datagram: Uint8Array): void {
      if (peer) socket.send(datagram, peer.port, peer.address);
    },
  };
}
