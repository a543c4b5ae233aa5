import { systemClock } from '../push/clock.ts';
import { joinGossip } from '../push/gossip.ts';
import { lead } from '../push/lead.ts';
import { ApiCalls } from './api-calls.ts';
import { openCallStore } from './call-store.ts';
import { Collector, type CollectorDeps } from './collector.ts';
import type { UnsentEnvelope } from './envelope.ts';
import { otherPagesOpen } from './open-pages.ts';
import type { Sending } from './start-sending.ts';

const apiReportMillis = 30_000;
/** A window comes every 30 s: if none came by then, this page's audio is not where the call is. */
const certainMillis = 45_000;

export type Collecting = {
  readonly collector: Collector;
  readonly apiCalls: ApiCalls;
  /** Reports the API calls from this tab, as soon as no other does. */
  readonly reportApiCalls: () => void;
};

/** Sets up what turns the softphone's events into messages, for the life of the page. */
export function startCollecting(
  envelope: () => UnsentEnvelope,
  sending: Sending,
  limits: CollectorDeps['limits'],
  onCall: CollectorDeps['onCall'],
): Collecting {
  const { now, sleep } = systemClock;
  const heard = new Set<string>();
  const collector = new Collector({
    now,
    calls: openCallStore(now),
    limits,
    envelope,
    put: sending.put,
    async lostTheCall(contactId) {
      if (!(await otherPagesOpen())) return true;
      await sleep(certainMillis);
      return !heard.has(contactId);
    },
    onCall(record, samples) {
      if (samples) heard.add(record.contactId);
      onCall(record, samples);
    },
  });
  return { collector, ...startCounting(envelope, sending) };
}

/** Its lock is not the sender's: the tab that sends may be one whose softphone hears nothing. */
function startCounting(envelope: () => UnsentEnvelope, sending: Sending): Omit<Collecting, 'collector'> {
  let reporting = false;
  const gossip = joinGossip<'reported'>('softphone-api-calls', () => apiCalls.forget());
  const apiCalls = new ApiCalls({
    now: systemClock.now,
    envelope,
    put: (letter) => void sending.put(letter),
    reports: () => reporting,
    onReported: () => gossip.tell('reported'),
  });
  setInterval(() => apiCalls.report(), apiReportMillis);
  whenHidden(() => {
    apiCalls.report();
    sending.flush();
  });
  const reportApiCalls = () =>
    void lead('softphone-api-calls', new AbortController().signal, () => {
      reporting = true;
      return new Promise(() => {});
    });
  return { apiCalls, reportApiCalls };
}

/** A hidden page may be the last that is seen of it (Page Lifecycle). */
function whenHidden(then: () => void): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') then();
  });
  addEventListener('pagehide', then);
}
