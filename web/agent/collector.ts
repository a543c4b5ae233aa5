import { softphoneApiMetric } from '../../model/connect/softphone-api-metric.ts';
import { softphoneReportEvent } from '../../model/connect/softphone-report-event.ts';
import { softphoneStatsEvent } from '../../model/connect/softphone-stats-event.ts';
import type { ApiMetrics } from '../../model/messages/api-metrics.ts';
import type { SoftphoneReport } from '../../model/messages/softphone-report.ts';
import type { SoftphoneStats } from '../../model/messages/softphone-stats.ts';
import type { Letter, Route } from '../push/waiting.ts';
import type { AgentIdentity } from './agent-identity.ts';
import { type CallRecord, callOf } from './call-record.ts';
import type { CallStore } from './call-store.ts';
import { envelopeOf, type PageFacts } from './envelope.ts';
import { measured } from './measure.ts';
import { type ApiWindow, newApiWindow, noteApiCall } from './watch-api.ts';
import {
  type CallSnapshot,
  noteAccepted,
  noteGone,
  noteMute,
  noteReload,
  noteSnapshot,
} from './watch-calls.ts';
import { callReportOf } from './watch-report.ts';
import { type EventSamples, firstSampleAt, noteStats, samplesOfEvent, windowsOf } from './watch-stats.ts';

type Unstamped<Message> = Omit<Message, 'sentAt'>;

export type CollectorDeps = {
  readonly now: () => number;
  readonly calls: CallStore;
  /** Known better as the page goes on: the private address and the versions come late. */
  readonly page: () => PageFacts;
  /** Puts a message into the outbox. */
  readonly put: (letter: Letter) => Promise<void>;
  /** True where the page was loaded while the agent was talking: its tab no longer carries the call. */
  readonly lostTheCall: (contactId: string) => Promise<boolean>;
  /** True in the one tab that reports API calls: they have no identity, so two tabs would report them twice. */
  readonly countsApiCalls: () => boolean;
  /** Tells the other tabs that what they counted so far is reported. */
  readonly onApiCallsReported: () => void;
  readonly onCall: (record: CallRecord, samples?: EventSamples) => void;
};

/** Turns what the softphone says into messages. One thing after the other, so that each finds what the last one left. */
export class Collector {
  readonly #deps: CollectorDeps;
  #agent: AgentIdentity | undefined;
  #apiWindow: ApiWindow | undefined;
  #sequence = 0;
  /** The contacts of the last snapshot; undefined before the first. */
  #present: ReadonlySet<string> | undefined;
  #turn: Promise<void> = Promise.resolve();

  constructor(deps: CollectorDeps) {
    this.#deps = deps;
  }

  /** Resolves when all that was heard so far is in the outbox. */
  settled(): Promise<void> {
    return this.#turn;
  }

  onAgent(agent: AgentIdentity): void {
    this.#agent = agent;
  }

  onCalls(calls: readonly CallSnapshot[]): void {
    const before = this.#present;
    this.#present = new Set(calls.map((call) => call.contactId));
    const gone = [...(before ?? [])].filter((contactId) => !this.#present?.has(contactId));
    const now = this.#deps.now();
    this.#then(async () => {
      for (const call of calls) await this.#onSnapshot(call, now, before === undefined);
      for (const contactId of gone) await this.#change(contactId, (record) => noteGone(record, now));
    });
  }

  onAccepted(contactId: string): void {
    const now = this.#deps.now();
    this.#then(() =>
      this.#change(contactId, (record, known) => (known ? noteAccepted(record, now) : record)),
    );
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
      const record = await this.#deps.calls.change(contactId, (known) =>
        measured(() => noteStats(known, event.data)),
      );
      const samples = measured(() => samplesOfEvent(event.data, record));
      for (const [part, windows] of measured(() => windowsOf(samples)).entries()) {
        await this.#putStats(`stats:${contactId}:${first}:${part}`, record, windows);
      }
      this.#deps.onCall(record, samples);
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
      await this.#put<SoftphoneReport>(`report:${contactId}`, '/softphone-reports', {
        ...this.#envelope(),
        call: callOf(record),
        events: [...record.events],
        report: callReportOf(report),
      });
    });
  }

  onApiMetric(raw: unknown): void {
    const metric = softphoneApiMetric.safeParse(raw);
    if (!metric.success) return;
    this.#apiWindow ??= newApiWindow(this.#deps.now());
    noteApiCall(this.#apiWindow, metric.data, this.#deps.now());
  }

  /** Another tab has reported the API calls so far. */
  forgetApiCalls(): void {
    this.#apiWindow = undefined;
  }

  /** Reports the API calls since the last time; does nothing where another tab does it. */
  closeApiWindow(): void {
    const window = this.#apiWindow;
    if (!this.#agent || !this.#deps.countsApiCalls()) return;
    this.#apiWindow = undefined;
    this.#deps.onApiCallsReported();
    if (!window || window.operations.size === 0) return;
    const sequence = this.#sequence++;
    const message = {
      ...this.#envelope(),
      sequence,
      startedAt: new Date(window.startedAt).toISOString(),
      endedAt: new Date(this.#deps.now()).toISOString(),
      operations: [...window.operations.values()],
      failures: window.failures,
    };
    // Not in turn: a page that closes has no time for turns.
    const put = this.#put<ApiMetrics>(`api:${message.clientId}:${sequence}`, '/api-metrics', message);
    this.#then(() => put);
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
    await this.#putStats(`events:${contactId}:${record.events.length}`, record, []);
  }

  #putStats(key: string, record: CallRecord, windows: SoftphoneStats['windows']): Promise<void> {
    const events = [...record.events];
    return this.#put<SoftphoneStats>(key, '/softphone-stats', {
      ...this.#envelope(),
      call: callOf(record),
      windows,
      events,
    });
  }

  #put<Message>(key: string, route: Route, message: Unstamped<Message>): Promise<void> {
    return this.#deps.put({ key, route, message: message as Readonly<Record<string, unknown>> });
  }

  #envelope() {
    if (!this.#agent) throw new Error('The softphone spoke of a call before it said whose it is');
    return envelopeOf(this.#deps.page(), this.#agent);
  }

  #then(task: () => Promise<void>): void {
    this.#turn = this.#turn
      .then(task)
      .catch((fault: unknown) => console.error('The collector failed', fault));
  }
}

/** They travel with the next window: a manager who looks at the call sees them within half a minute. */
const canWait: ReadonlySet<string> = new Set(['accepted', 'muted', 'unmuted', 'held', 'resumed']);
