import { randomUUID } from 'node:crypto';

type ConnectionState = 'connecting' | 'connected' | 'hold' | 'disconnected';

/** One party's leg of a contact, as Streams sees it; counts its time on hold. */
export class Connection {
  readonly id = randomUUID();
  #state: ConnectionState;
  #since: Date;
  holds = 0;
  heldMs = 0;
  longestHoldMs = 0;

  constructor(state: ConnectionState, since: Date) {
    this.#state = state;
    this.#since = since;
  }

  get state(): ConnectionState {
    return this.#state;
  }

  get since(): Date {
    return this.#since;
  }

  become(state: ConnectionState, now: Date): void {
    if (state === this.#state) return;
    if (this.#state === 'hold') this.#countHold(now.getTime() - this.#since.getTime());
    this.#state = state;
    this.#since = now;
  }

  #countHold(milliseconds: number): void {
    this.holds += 1;
    this.heldMs += milliseconds;
    this.longestHoldMs = Math.max(this.longestHoldMs, milliseconds);
  }
}
