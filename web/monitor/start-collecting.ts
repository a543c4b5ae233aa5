import { aborted } from '../push/aborted.ts';
import { systemClock } from '../push/clock.ts';
import { joinGossip } from '../push/gossip.ts';
import { lead } from '../push/lead.ts';
import { ApiCalls } from './api-calls.ts';
import { type CallStore, openCallStore } from './call-store.ts';
import { Collector, type CollectorDeps } from './collector.ts';
import type { UnsentEnvelope } from './envelope.ts';
import { otherPagesOpen } from './open-pages.ts';
import type { Sending } from './start-sending.ts';

const apiReportMillis = 30_000;
/** A window comes every 30 s: if none came by then, this page's audio is not where the call is. */
const certainMillis = 45_000;

export type Collecting = {
  readonly collector: Collector;
  readonly calls: CallStore;
  readonly apiCalls: ApiCalls;
  /** Reports the API calls from this tab, as soon as no other does. */
  readonly reportApiCalls: () => void;
  /** Resolves when all that was heard is in the outbox, and nothing more is done. */
  readonly stop: () => Promise<void>;
};

/** Sets up what turns the softphone's events into messages, until it is stopped. */
export function startCollecting(
  envelope: () => UnsentEnvelope,
  sending: Sending,
  limits: CollectorDeps['limits'],
  onCall: CollectorDeps['onCall'],
): Collecting {
  const { now, sleep } = systemClock;
  /** Calls of which it is not sure yet that this page's tab carries them. */
  const doubted = new Set<string>();
  const ends = new AbortController();
  const calls = openCallStore(now);
  const collector = new Collector({
    now,
    calls,
    limits,
    envelope,
    put: sending.put,
    async lostTheCall(contactId) {
      if (!(await otherPagesOpen())) return true;
      doubted.add(contactId);
      await sleep(certainMillis, ends.signal);
      return doubted.delete(contactId) && !ends.signal.aborted;
    },
    onCall(record, samples, latest) {
      if (samples) doubted.delete(record.contactId);
      onCall(record, samples, latest);
    },
  });
  const counting = startCounting(envelope, sending, ends.signal);
  return {
    collector,
    calls,
    apiCalls: counting.apiCalls,
    reportApiCalls: counting.reportApiCalls,
    async stop() {
      counting.apiCalls.report();
      ends.abort();
      await Promise.all([collector.settled(), counting.settled()]);
      calls.close();
    },
  };
}

/** Its lock is not the sender's: the tab that sends may be one whose softphone hears nothing. */
function startCounting(
  envelope: () => UnsentEnvelope,
  sending: Sending,
  ends: AbortSignal,
): Pick<Collecting, 'apiCalls' | 'reportApiCalls'> & { settled(): Promise<void> } {
  let reporting = false;
  let putting: Promise<void> = Promise.resolve();
  const gossip = joinGossip<'reported'>('softphone-api-calls', () => apiCalls.forget());
  const apiCalls = new ApiCalls({
    now: systemClock.now,
    envelope,
    put: (letter) => {
      const put = sending.put(letter);
      putting = putting.then(() => put);
    },
    reports: () => reporting,
    onReported: () => gossip.tell('reported'),
  });
  const timer = setInterval(() => apiCalls.report(), apiReportMillis);
  const onHidden = () => {
    apiCalls.report();
    sending.flush();
  };
  whenHidden(onHidden, ends);
  ends.addEventListener('abort', () => {
    clearInterval(timer);
    gossip.close();
  });
  const reportApiCalls = () =>
    void lead('softphone-api-calls', ends, () => {
      reporting = true;
      return aborted(ends);
    });
  return { apiCalls, reportApiCalls, settled: () => putting };
}

/** A hidden page may be the last that is seen of it (Page Lifecycle). */
function whenHidden(then: () => void, signal: AbortSignal): void {
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && then(), {
    signal,
  });
  addEventListener('pagehide', then, { signal });
}
