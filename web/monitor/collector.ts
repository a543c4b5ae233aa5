import { softphoneReportEvent } from '../../model/connect/softphone-report-event.ts';
import { softphoneStatsEvent } from '../../model/connect/softphone-stats-event.ts';
import type { CallConnection } from '../../model/messages/call.ts';
import type { QualityLimits } from '../../model/quality/limits.ts';
import type { WarningKind } from '../../model/warnings/warning-kinds.ts';
import type { Letter } from '../push/waiting.ts';
import type { CallHost } from './call-host.ts';
import { type CallRecord, connectedAt } from './call-record.ts';
import type { CallStore } from './call-store.ts';
import type { UnsentEnvelope } from './envelope.ts';
import { eventsLetter, problemLetter, reportLetter, windowsLetter } from './letters.ts';
import { measured } from './measure.ts';
import { noteProblem } from './note-problem.ts';
import { noteDismissed } from './note-warnings.ts';
import { quietTimes } from './quiet-times.ts';
import type { Said } from './said.ts';
import { type Noting, Warnings } from './warnings.ts';
import {
  type CallSnapshot,
  noteAccepted,
  noteGone,
  noteHosted,
  noteMute,
  noteReload,
  noteSnapshot,
} from './watch-calls.ts';
import {
  type EventSamples,
  firstSampleAt,
  noteStats,
  samplesOfEvent,
  windowsOf,
  withQuiet,
} from './watch-stats.ts';

export type CollectorDeps = {
  readonly now: () => number;
  readonly calls: CallStore;
  /** By which agents are warned. */
  readonly limits: () => QualityLimits;
  readonly envelope: () => UnsentEnvelope;
  /** Puts a message into the outbox. */
  readonly put: (letter: Letter) => Promise<void>;
  /** True where the page was loaded while the agent was talking: its tab no longer carries the call. */
  readonly lostTheCall: (contactId: string) => Promise<boolean>;
  /**
   * @param samples of a window that has closed
   * @param latest the last half minute until now, of a call that this page hosts
   */
  readonly onCall: (record: CallRecord, samples?: EventSamples, latest?: EventSamples) => void;
};

/** Turns what the softphone says into messages. One thing after the other, so that each finds what the last one left. */
export class Collector {
  readonly #deps: CollectorDeps;
  /** The contacts of the last snapshot; undefined before the first. */
  #present: ReadonlySet<string> | undefined;
  #turn: Promise<void> = Promise.resolve();
  readonly #warnings: Warnings;
  #host: CallHost | undefined;

  constructor(deps: CollectorDeps) {
    this.#deps = deps;
    this.#warnings = new Warnings(deps.limits);
  }

  /** Resolves when all that was heard so far is in the outbox. */
  settled(): Promise<void> {
    return this.#turn;
  }

  /** From now on this page may host the sound of calls itself. */
  hostedBy(host: CallHost): void {
    this.#host = host;
  }

  onCalls(calls: readonly CallSnapshot[]): void {
    const before = this.#present;
    this.#present = new Set(calls.map((call) => call.contactId));
    const gone = [...(before ?? [])].filter((contactId) => !this.#present?.has(contactId));
    const now = this.#deps.now();
    this.#then(async () => {
      for (const call of calls) await this.#onSnapshot(call, now, before === undefined);
      for (const contactId of gone) {
        await this.#change(contactId, (record) => noteGone(record, now));
        this.#warnings.forget(contactId);
      }
    });
  }

  /** Chats are accepted too: only a call of the last snapshot counts. */
  onAccepted(contactId: string): void {
    if (!this.#present?.has(contactId)) return;
    const now = this.#deps.now();
    this.#then(() => this.#change(contactId, (record) => noteAccepted(record, now)));
  }

  onMute(muted: boolean): void {
    const now = this.#deps.now();
    const present = [...(this.#present ?? [])];
    this.#then(async () => {
      for (const contactId of present) {
        await this.#change(contactId, (record) => noteMute(record, muted, now));
      }
    });
  }

  onStats(raw: unknown): void {
    const event = measured(() => softphoneStatsEvent.safeParse(raw));
    if (!event.success) {
      console.warn('A SOFTPHONE_STATS event of an unknown shape', event.error.issues);
      return;
    }
    const first = firstSampleAt(event.data);
    if (first === undefined) return;
    this.#then(async () => {
      const { contactId } = event.data;
      const known = await this.#deps.calls.change(contactId, (before) =>
        measured(() => noteStats(before, event.data)),
      );
      const told = measured(() => samplesOfEvent(event.data, known));
      const isHosted = this.#host?.hosts(contactId) ?? false;
      // The page that hosts the call warns of it, and sends its windows with more in them.
      if (known.hosted && !isHosted) return this.#deps.onCall(known, told);
      const samples = this.#host?.fill(contactId, told) ?? told;
      const record = isHosted ? known : await this.#warnOf(known, samples);
      for (const [part, windows] of measured(() => windowsOf(samples)).entries()) {
        await this.#deps.put(windowsLetter(this.#deps.envelope(), record, windows, first, part));
      }
      this.#deps.onCall(record, samples);
    });
  }

  /** What this page measured in a second of a call that it hosts: warned of at once, and sent when Streams tells of the same second. */
  onSecond(contactId: string, second: EventSamples, connection: CallConnection): void {
    this.#then(async () => {
      const known = await this.#deps.calls.change(contactId, (before) => noteHosted(before, connection));
      const record = await this.#warnOf(known, withQuiet(second, known.events));
      if (record !== known) this.#deps.onCall(record);
      const latest = this.#host?.latest(contactId);
      this.#deps.onCall(record, undefined, latest && withQuiet(latest, record.events));
    });
  }

  onReport(raw: unknown): void {
    const event = measured(() => softphoneReportEvent.safeParse(raw));
    if (!event.success) {
      console.warn('A SOFTPHONE_REPORT event of an unknown shape', event.error.issues);
      return;
    }
    this.#then(async () => {
      const { contactId, report } = event.data;
      const record = await this.#deps.calls.change(contactId, (known) => known);
      await this.#deps.put(reportLetter(this.#deps.envelope(), record, report));
    });
  }

  /** The agent says something of a call that is shown, which may be over. */
  onProblem(contactId: string, said: Said): void {
    const now = this.#deps.now();
    this.#then(async () => {
      const { calls, envelope, onCall, put } = this.#deps;
      const record = await calls.change(contactId, (known) => noteProblem(known, said, now));
      onCall(record);
      const letter = problemLetter(envelope(), record);
      if (letter) await put(letter);
    });
  }

  /** The browser says something that holds for every call that goes on. */
  onFact(kind: WarningKind, present: boolean): void {
    const now = this.#deps.now();
    this.#then(async () => {
      for (const contactId of this.#present ?? []) {
        const record = await this.#deps.calls.change(contactId, (known) => known);
        if (connectedAt(record) === undefined) continue;
        // Muted twice is nobody's trouble.
        if (kind === 'microphoneSilent' && present && quietTimes(record.events)(now)) continue;
        const noting = this.#warnings.onFact(contactId, kind, present, now);
        this.#deps.onCall(await this.#noteWarnings(record, noting));
      }
    });
  }

  /** The agent has read a warning. */
  onDismiss(contactId: string, kind: WarningKind): void {
    const now = this.#deps.now();
    this.#then(() => this.#change(contactId, (record) => noteDismissed(record, kind, now)));
  }

  #warnOf(record: CallRecord, samples: EventSamples): Promise<CallRecord> {
    return this.#noteWarnings(
      record,
      measured(() => this.#warnings.onSamples(record, samples)),
    );
  }

  /** Most seconds change nothing: then nothing is written. */
  async #noteWarnings(record: CallRecord, noting: Noting): Promise<CallRecord> {
    const { calls, now } = this.#deps;
    const at = now();
    if (noting(record, at) === record) return record;
    return calls.change(record.contactId, (known) => noting(known, at));
  }

  async #onSnapshot(call: CallSnapshot, now: number, firstSnapshot: boolean): Promise<void> {
    let lost = false;
    await this.#change(call.contactId, (record, known) => {
      lost = known && firstSnapshot && call.state === 'connected' && record.events.length > 0;
      return noteSnapshot(record, call, now);
    });
    if (!lost) return;
    // Not awaited: it may take a while to be sure, and other calls go on.
    void this.#deps.lostTheCall(call.contactId).then((sure) => {
      if (sure) this.#then(() => this.#change(call.contactId, (record) => noteReload(record, now)));
    });
  }

  /** Changes a call's record; says so in a message of its own where that cannot wait for the next window. */
  async #change(contactId: string, how: (record: CallRecord, known: boolean) => CallRecord): Promise<void> {
    let before = 0;
    const record = await this.#deps.calls.change(contactId, (old, known) => {
      before = old.events.length;
      return how(old, known);
    });
    this.#deps.onCall(record);
    const news = record.events.slice(before);
    if (news.every((event) => canWait.has(event.type))) return;
    await this.#deps.put(eventsLetter(this.#deps.envelope(), record));
  }

  #then(task: () => Promise<void>): void {
    this.#turn = this.#turn
      .then(task)
      .catch((fault: unknown) => console.error('The collector failed', fault));
  }
}

/** They travel with the next window: a manager who looks at the call sees them within half a minute. */
const canWait: ReadonlySet<string> = new Set(['accepted', 'muted', 'unmuted', 'held', 'resumed']);
