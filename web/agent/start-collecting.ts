import type { AgentSiteSettings } from '../../model/settings/agent-site.ts';
import { type Clock, systemClock } from '../push/clock.ts';
import { joinGossip } from '../push/gossip.ts';
import { keepaliveBudget } from '../push/keepalive-budget.ts';
import { lead } from '../push/lead.ts';
import { openOutbox } from '../push/outbox.ts';
import { Sender, type SenderState } from '../push/send.ts';
import type { Outbox } from '../push/waiting.ts';
import { openCallStore } from './call-store.ts';
import { Collector } from './collector.ts';
import type { PageFacts } from './envelope.ts';
import { otherPagesOpen } from './open-pages.ts';
import { type PageState, withCall } from './page-state.ts';
import type { Store } from './store.ts';

const dayMillis = 86_400_000;
/** About five days of calls of one agent. */
const outboxBytes = 16 * 1024 * 1024;
const apiWindowMillis = 30_000;
/** A window comes every 30 s: if none came by then, this page's audio is not where the call is. */
const certainMillis = 45_000;

/** What the tabs of one browser tell each other. */
type News =
  | { readonly kind: 'new' }
  | { readonly kind: 'apiCallsReported' }
  | { readonly kind: 'state'; readonly state: SenderState };

export type Collecting = {
  readonly collector: Collector;
  readonly retryNow: () => void;
  /** Reports the API calls from this tab, as soon as no other does. */
  readonly startCounting: () => void;
};

/** Sets up the collector, the outbox and the sender, and lets them run for the life of the page. */
export async function startCollecting(
  settings: AgentSiteSettings,
  page: () => PageFacts,
  store: Store<PageState>,
): Promise<Collecting> {
  const clock = systemClock;
  const limits = { maxBytes: outboxBytes, maxAgeMillis: settings.retentionDays * dayMillis };
  const outbox = await openOutbox(limits, clock.now);
  const gossip = joinGossip<News>('softphone-outbox', (news) => {
    if (news.kind === 'new') sender.notice();
    else if (news.kind === 'apiCallsReported') collector.forgetApiCalls();
    else if (!leading) showSender(store, news.state);
  });
  let leading = false;
  let counting = false;
  const sender = senderOf(settings, outbox, clock, (state) => {
    showSender(store, state);
    gossip.tell({ kind: 'state', state });
  });
  const heard = new Set<string>();
  const collector = new Collector({
    now: clock.now,
    calls: await openCallStore(clock.now),
    page,
    put: async (letter) => {
      sender.offer(letter);
      if (!(await outbox.add(letter))) sender.withdraw(letter.key);
      else if (leading) sender.notice();
      else gossip.tell({ kind: 'new' });
    },
    lostTheCall: async (contactId) => {
      if (!(await otherPagesOpen())) return true;
      await clock.sleep(certainMillis);
      return !heard.has(contactId);
    },
    countsApiCalls: () => counting,
    onApiCallsReported: () => gossip.tell({ kind: 'apiCallsReported' }),
    onCall: (record, samples) => {
      if (samples) heard.add(record.contactId);
      store.change((state) => withCall(state, record, samples));
    },
  });
  setInterval(() => collector.closeApiWindow(), apiWindowMillis);
  flushWhenHidden(collector, sender);
  addEventListener('online', () => sender.retryNow());
  void lead('softphone-sender', new AbortController().signal, async (signal) => {
    leading = true;
    try {
      await sender.run(signal);
    } finally {
      leading = false;
    }
  }).catch((fault: unknown) => console.error('The sender failed', fault));
  // Another lock: the tab that sends may be one whose softphone hears nothing.
  const startCounting = () =>
    lead('softphone-api-calls', new AbortController().signal, () => {
      counting = true;
      return new Promise(() => {});
    });
  return { collector, retryNow: () => sender.retryNow(), startCounting };
}

function senderOf(
  settings: AgentSiteSettings,
  outbox: Outbox,
  clock: Clock,
  onState: (state: SenderState) => void,
): Sender {
  return new Sender({
    outbox,
    clock,
    // Not `fetch` itself: it must be called as a function of the window.
    fetch: (input, init) => fetch(input, init),
    apiUrl: settings.apiUrl,
    online: () => navigator.onLine,
    random: Math.random,
    budget: keepaliveBudget(),
    onState,
  });
}

function showSender(store: Store<PageState>, sender: SenderState): void {
  store.change((state) => ({ ...state, sender }));
}

/** A hidden page may be the last that is seen of it (Page Lifecycle): what is new goes now. */
function flushWhenHidden(collector: Collector, sender: Sender): void {
  const flush = () => {
    collector.closeApiWindow();
    sender.flush();
  };
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') flush();
  });
  addEventListener('pagehide', flush);
}
