/**
 * Does things one after the other, in the order they were asked for. One that fails is reported and the next is done: a stream that is
 * away must not stop the calls.
 */
export class SendQueue {
  readonly #name: string;
  #last: Promise<void> = Promise.resolve();

  constructor(name: string) {
    this.#name = name;
  }

  add(send: () => Promise<unknown>): void {
    this.#last = this.#last.then(send).then(
      () => undefined,
      (error: unknown) => console.error(`connect: ${this.#name} did not take a message: ${String(error)}`),
    );
  }

  /** Resolves when all that was added before is done. */
  async drained(): Promise<void> {
    await this.#last;
  }
}
