import type { Random } from './random.ts';

const BLOCK_PACKETS = 100;

/**
 * Decides which packets are lost: random places, but an exact share of every 100 packets,
 * so that a call of a minute counts what was asked for and not what luck gave.
 */
export class Loss {
  readonly #random: Random;
  #percent = 0;
  #slots = 0;
  #drops = 0;
  /** The part of a packet that the last block could not drop. */
  #carry = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  /** Takes the share to lose, 0…100 %, and says whether the next packet is lost. */
  next(percent: number): boolean {
    if (percent !== this.#percent || this.#slots === 0) this.#startBlock(percent);
    const lost = this.#random() * this.#slots < this.#drops;
    this.#slots -= 1;
    if (lost) this.#drops -= 1;
    return lost;
  }

  #startBlock(percent: number): void {
    if (percent !== this.#percent) this.#carry = 0;
    this.#percent = percent;
    const due = (percent * BLOCK_PACKETS) / 100 + this.#carry;
    this.#drops = Math.floor(due);
    this.#carry = due - this.#drops;
    this.#slots = BLOCK_PACKETS;
  }
}
