import type { AgentSiteSettings } from '../../model/settings/agent-site.ts';
import type { Authorize } from '../push/attempt.ts';
import { systemClock } from '../push/clock.ts';
import { joinGossip } from '../push/gossip.ts';
import { keepSending } from '../push/keep-sending.ts';
import { keepaliveBudget } from '../push/keepalive-budget.ts';
import { lastingOutbox } from '../push/lasting-outbox.ts';
import { Sender, type SenderState } from '../push/send.ts';
import type { Letter } from '../push/waiting.ts';

const dayMillis = 86_400_000;
/** About five days of calls of one agent. */
const outboxBytes = 16 * 1024 * 1024;

export type Sending = {
  /** Puts a message into the outbox; it goes as soon as it can. */
  put(letter: Letter): Promise<void>;
  /** Hands what is new to the browser: the page may be gone in a moment. */
  flush(): void;
  /** Ends a pause, whichever tab makes it. */
  retryNow(): void;
};

/** What sending needs of the agent's sign-in. */
type SigningIn = { readonly authorize: Authorize; readonly refused: () => void };

/** What the tabs of one browser tell each other. */
type News =
  | { readonly kind: 'new' }
  | { readonly kind: 'retry' }
  | { readonly kind: 'state'; readonly state: SenderState };

/** Opens the outbox, and sends from it for the life of the page, or as long as no other tab does. */
export function startSending(
  settings: Pick<AgentSiteSettings, 'apiUrl' | 'retentionDays' | 'outboxDays'>,
  signIn: SigningIn | undefined,
  onState: (state: SenderState) => void,
): Sending {
  const clock = systemClock;
  const limits = {
    maxBytes: outboxBytes,
    maxAgeMillis: (settings.outboxDays ?? settings.retentionDays) * dayMillis,
  };
  const outbox = lastingOutbox(limits, clock);
  const gossip = joinGossip<News>('softphone-outbox', (news) => {
    if (news.kind === 'new') sender.notice();
    else if (news.kind === 'retry') sender.retryNow();
    // What this tab alone has to send is not in it.
    else if (outbox.kept) onState(news.state);
  });
  const sender = new Sender({
    outbox,
    clock,
    // Not `fetch` itself: it must be called as a function of the window.
    fetch: (input, init) => fetch(input, init),
    apiUrl: settings.apiUrl,
    authorize: signIn?.authorize,
    onUnauthorized: signIn?.refused,
    online: () => navigator.onLine,
    random: Math.random,
    budget: keepaliveBudget(),
    onState: (state) => {
      onState(state);
      if (state.kept) gossip.tell({ kind: 'state', state });
    },
  });
  addEventListener('online', () => sender.retryNow());
  void keepSending(sender, outbox, clock);
  // The tab that sends answers with its state.
  gossip.tell({ kind: 'new' });
  return {
    async put(letter) {
      sender.offer(letter);
      if (!(await outbox.add(letter))) return sender.withdraw(letter.key);
      sender.notice();
      gossip.tell({ kind: 'new' });
    },
    flush: () => sender.flush(),
    retryNow() {
      sender.retryNow();
      gossip.tell({ kind: 'retry' });
    },
  };
}
