import { Loss } from './loss.ts';
import { CLEAN_PATH, type DirectionFaults } from './network.ts';
import type { Random } from './random.ts';
import { isRtp } from './rtp.ts';

/** What one direction of a path did, in RTP packets; delayMs is the mean that they really waited, absent before the first. */
export interface LaneCounts {
  readonly forwarded: number;
  readonly dropped: number;
  readonly delayMs?: number;
}
export interface Clock {
  /** Milliseconds, monotonic. */
  now(): number;
  after(milliseconds: number, run: () => void): void;
}

/** One direction of a call's path: drops, delays, keeps the order, counts. */
export class Lane {
  faults: DirectionFaults = CLEAN_PATH;
  readonly #loss: Loss;
  readonly #random: Random;
  readonly #clock: Clock;
  #forwarded = 0;
  #dropped = 0;
  #waitedMs = 0;
  readonly #waiting: { datagram: Uint8Array; arrived: number; send: (datagram: Uint8Array) => void }[] = [];
  /** When the last RTP packet leaves: no other leaves before it. */
  #lastDue = 0;

  constructor(random: Random, clock: Clock) {
    this.#loss = new Loss(random);
    this.#random = random;
    this.#clock = clock;
  }

  /** Takes a datagram and the way to send it on; calls that after the delay, or never if the packet is lost. */
  pass(datagram: Uint8Array, send: (datagram: Uint8Array) => void): void {
    const { delayMs } = this.faults;
    if (isRtp(datagram)) this.#passRtp(datagram, send);
    else if (delayMs === 0) send(datagram);
    else this.#clock.after(delayMs, () => send(datagram));
  }

  get counts(): LaneCounts {
    const counts = { forwarded: this.#forwarded, dropped: this.#dropped };
    if (this.#forwarded === 0) return counts;
    return { ...counts, delayMs: Math.round((this.#waitedMs / this.#forwarded) * 10) / 10 };
  }

  #passRtp(datagram: Uint8Array, send: (datagram: Uint8Array) => void): void {
    if (this.#loss.next(this.faults.lossPercent)) {
      this.#dropped += 1;
      return;
    }
    const arrived = this.#clock.now();
    const wanted = arrived + this.faults.delayMs + 3 * this.faults.jitterMs * this.#random();
    this.#lastDue = Math.max(this.#lastDue, wanted);
    this.#waiting.push({ datagram, arrived, send });
    const waitMs = this.#lastDue - arrived;
    if (waitMs < 1) this.#forwardFirst();
    else this.#clock.after(waitMs, () => this.#forwardFirst());
  }

  /** Timers of one millisecond may fire in either order; the packets leave in the order they came in all the same. */
  #forwardFirst(): void {
    const first = this.#waiting.shift();
    if (!first) return;
    this.#forwarded += 1;
    this.#waitedMs += this.#clock.now() - first.arrived;
    first.send(first.datagram);
  }
}
