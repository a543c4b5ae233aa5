import type { CallRecord } from '../../monitor/call-record.ts';
import type { CallStore } from '../../monitor/call-store.ts';
import type { UnsentEnvelope } from '../../monitor/envelope.ts';
import type { Clock } from '../../push/clock.ts';
import type { Letter } from '../../push/waiting.ts';
import { claimLog, latestMillis } from './claim-log.ts';
import { endedAt } from './ended-at.ts';
import { isLogDue } from './is-log-due.ts';
import type { LogBuffer } from './log-buffer.ts';
import { logLetter } from './log-letter.ts';

export type CallLogsDeps = Clock & {
  readonly buffer: Pick<LogBuffer, 'between'>;
  readonly calls: Pick<CallStore, 'change'>;
  readonly envelope: () => UnsentEnvelope;
  readonly put: (letter: Letter) => Promise<void>;
};

/** Sends what was logged of the calls in which something was wrong. Of several tabs, whichever is first. */
export class CallLogs {
  readonly #deps: CallLogsDeps;
  readonly #waiting = new Set<string>();

  constructor(deps: CallLogsDeps) {
    this.#deps = deps;
  }

  /** Something has changed of what is known of a call. */
  async onRecord(record: CallRecord): Promise<void> {
    const { contactId } = record;
    if (this.#waiting.has(contactId) || !isLogDue(record)) return;
    this.#waiting.add(contactId);
    const { now, sleep } = this.#deps;
    await sleep(Math.max(0, (endedAt(record) ?? now()) + latestMillis - now()));
    this.#waiting.delete(contactId);
    const after = await this.#send(contactId);
    // It may have ended meanwhile.
    if (after) await this.onRecord(after);
  }

  /** The SOFTPHONE_REPORT of a call says that its set-up failed. */
  async onFailed(contactId: string): Promise<void> {
    const { calls } = this.#deps;
    await this.onRecord(await calls.change(contactId, (known) => ({ ...known, failed: true })));
  }

  /** Undefined where there is nothing to send: then it is not tried again before something else happens. */
  async #send(contactId: string): Promise<CallRecord | undefined> {
    const { buffer, calls, envelope, now, put } = this.#deps;
    let claimed: ReturnType<typeof claimLog> | undefined;
    const record = await calls.change(contactId, (known) => {
      claimed = isLogDue(known) ? claimLog(known, buffer, now()) : undefined;
      return claimed?.record ?? known;
    });
    for (const part of claimed?.parts ?? []) await put(logLetter(envelope(), record, part));
    return claimed?.parts.length ? record : undefined;
  }
}
