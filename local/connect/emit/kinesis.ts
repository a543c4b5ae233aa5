import { KinesisClient, PutRecordCommand } from '@aws-sdk/client-kinesis';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { SendQueue } from './queue.ts';

/** A Kinesis stream: `put` keeps the order. */
export class Stream {
  // Left alone, the client speaks HTTP/2, which the local emulator does not.
  readonly #client = new KinesisClient({ requestHandler: new NodeHttpHandler() });
  readonly #name: string;
  readonly #queue: SendQueue;

  constructor(name: string) {
    this.#name = name;
    this.#queue = new SendQueue(`the stream ${name}`);
  }

  put(partitionKey: string, record: object): void {
    const Data = new TextEncoder().encode(JSON.stringify(record));
    const command = new PutRecordCommand({ StreamName: this.#name, PartitionKey: partitionKey, Data });
    this.#queue.add(() => this.#client.send(command));
  }

  async stop(): Promise<void> {
    await this.#queue.drained();
    this.#client.destroy();
  }
}
