import { Refusal } from '../problem.ts';

/** Delays and errors that a test puts on the agent API's operations. */
export class Trouble {
  readonly #known: ReadonlySet<string>;
  #latencyMs = new Map<string, number>();
  #errors = new Map<string, number>();

  constructor(operations: Iterable<string>) {
    this.#known = new Set(operations);
  }

  /** Replaces all delays. Names as in API_METRIC, such as getAgentStates. */
  delay(milliseconds: Readonly<Record<string, number>>): void {
    this.#latencyMs = this.#byOperation(milliseconds);
  }

  /** Replaces all errors: the status that an operation answers with instead of doing its work. */
  fail(statuses: Readonly<Record<string, number>>): void {
    this.#errors = this.#byOperation(statuses);
  }

  latencyMs(operation: string): number {
    return this.#latencyMs.get(operation) ?? 0;
  }

  status(operation: string): number | undefined {
    return this.#errors.get(operation);
  }

  #byOperation(values: Readonly<Record<string, number>>): Map<string, number> {
    const unknown = Object.keys(values).find((operation) => !this.#known.has(operation));
    if (unknown === undefined) return new Map(Object.entries(values));
    throw new Refusal(400, `There is no operation ${unknown}. There are: ${[...this.#known].join(', ')}`);
  }
}
