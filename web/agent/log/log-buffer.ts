import type { LogLine } from '../../../model/logs/limits.ts';

/** About 4,000 lines: an hour of calls. */
const mostBytes = 512 * 1024;
const longestMillis = 2 * 3_600_000;
/** What a line takes beside its text. */
const lineBytes = 100;

/** The last lines of the log, in this page's memory and nowhere else. Never more than so many bytes, none older than so long. */
export class LogBuffer {
  readonly #mostBytes: number;
  #lines: LogLine[] = [];
  /** How many of the first are let go already: taking each out would move all the others. */
  #gone = 0;
  #bytes = 0;

  constructor(most = mostBytes) {
    this.#mostBytes = most;
  }

  /** @param now epoch milliseconds */
  add(line: LogLine, now: number): void {
    this.#lines.push(line);
    this.#bytes += bytesOf(line);
    const oldest = new Date(now - longestMillis).toISOString();
    for (let first = this.#lines[this.#gone]; first; first = this.#lines[this.#gone]) {
      if (this.#bytes <= this.#mostBytes && first.at >= oldest) break;
      this.#bytes -= bytesOf(first);
      this.#gone++;
    }
    if (this.#gone <= this.#lines.length / 2) return;
    this.#lines = this.#lines.slice(this.#gone);
    this.#gone = 0;
  }

  /** The lines of that time, in its order; `from` and `to` in epoch milliseconds, both included. */
  between(from: number, to: number): LogLine[] {
    const [first, last] = [from, to].map((millis) => new Date(millis).toISOString()) as [string, string];
    return this.#lines
      .slice(this.#gone)
      .filter(({ at }) => at >= first && at <= last)
      .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  }
}

function bytesOf({ text }: LogLine): number {
  return text.length + lineBytes;
}
