import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  PutLogEventsCommand,
  ResourceAlreadyExistsException,
} from '@aws-sdk/client-cloudwatch-logs';
import { SendQueue } from './queue.ts';

/** A CloudWatch log group, made if it does not exist; a log stream for each hour, as Connect has them. */
export class LogGroup {
  readonly #client = new CloudWatchLogsClient({});
  readonly #name: string;
  readonly #queue: SendQueue;

  constructor(name: string) {
    this.#name = name;
    this.#queue = new SendQueue(`the log group ${name}`);
    this.#queue.add(() => this.#make(new CreateLogGroupCommand({ logGroupName: name })));
  }

  /** Writes lines, each with the time in its Timestamp. */
  write(lines: readonly { readonly Timestamp: string }[]): void {
    if (lines.length === 0) return;
    const logStreamName = `${new Date().toISOString().slice(0, 13).replace(/[-T]/g, '/')}/stream-simulated`;
    const place = { logGroupName: this.#name, logStreamName };
    const logEvents = lines.map((line) => ({
      timestamp: Date.parse(line.Timestamp),
      message: JSON.stringify(line),
    }));
    this.#queue.add(async () => {
      await this.#make(new CreateLogStreamCommand(place));
      await this.#client.send(new PutLogEventsCommand({ ...place, logEvents }));
    });
  }

  async stop(): Promise<void> {
    await this.#queue.drained();
    this.#client.destroy();
  }

  async #make(command: CreateLogGroupCommand | CreateLogStreamCommand): Promise<void> {
    try {
      if (command instanceof CreateLogGroupCommand) await this.#client.send(command);
      else await this.#client.send(command);
    } catch (error) {
      if (!(error instanceof ResourceAlreadyExistsException)) throw error;
    }
  }
}
