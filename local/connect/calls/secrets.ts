import { randomUUID } from 'node:crypto';

/** Makes values that must not leave the softphone, and remembers each, so that a test can look for them elsewhere. */
export class Secrets {
  readonly #made: string[] = [];

  /** A value that names its kind, such as `SIMULATED-SECRET-turn-credential-…`. */
  make(kind: string): string {
    const value = `SIMULATED-SECRET-${kind}-${randomUUID()}`;
    this.#made.push(value);
    return value;
  }

  get all(): readonly string[] {
    return this.#made;
  }
}
