import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { Agent, Organisation } from '../../organisation.ts';
import { SendQueue } from './queue.ts';

/**
 * Has the deployment's own function sync the users when a guest signs in for the first time, and not only at its next
 * turn: the ingest takes nothing from a user it does not know.
 */
export class KnownUsers {
  readonly #lambda = new LambdaClient();
  readonly #function: string;
  readonly #known: Set<string>;
  readonly #queue: SendQueue;

  constructor(functionName: string, { agents }: Organisation) {
    this.#function = functionName;
    this.#known = new Set(agents.map(({ username }) => username));
    this.#queue = new SendQueue(functionName);
  }

  signedIn({ username }: Agent): void {
    if (this.#known.has(username)) return;
    this.#known.add(username);
    this.#queue.add(async () => {
      const { FunctionError } = await this.#lambda.send(new InvokeCommand({ FunctionName: this.#function }));
      if (FunctionError) throw new Error('the function failed: see its log');
    });
  }

  async stop(): Promise<void> {
    await this.#queue.drained();
    this.#lambda.destroy();
  }
}
