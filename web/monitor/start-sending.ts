import type { Authorize } from '../push/attempt.ts';
import { systemClock } from '../push/clock.ts';
import { joinGossip } from '../push/gossip.ts';
import { keepSending } from '../push/keep-sending.ts';
import { keepaliveBudget } from '../push/keepalive-budget.ts';
import { lastingOutbox } from '../push/lasting-outbox.ts';
import { Sender } from '../push/send.ts';
import type { SenderState } from '../push/sender-state.ts';
import type { Letter, OutboxLimits } from '../push/waiting.ts';

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
  /** Lets another tab send; resolves when what was under way has been answered. What waits stays in the outbox. */
  stop(): Promise<void>;
};

export type SendingSettings = {
  /** Of the ingest API, without a slash at the end. */
  readonly apiUrl: string;
  /** What could not be sent by then is dropped: the server would not keep it either. */
  readonly outboxDays: number;
};

/** What sending needs of the agent's sign-in. */
export type SigningIn = { readonly authorize: Authorize; readonly refused: () => void };

/** The channel on which the tabs of one browser tell each other of the outbox. */
export const outboxNews = 'softphone-outbox';
type News =
  | { readonly kind: 'new' }
  | { readonly kind: 'retry' }
  | { readonly kind: 'state'; readonly state: SenderState };

/** Of the outbox that all pages share. */
export function outboxLimits({ outboxDays }: Pick<SendingSettings, 'outboxDays'>): OutboxLimits {
  return { maxBytes: outboxBytes, maxAgeMillis: outboxDays * dayMillis };
}

/** Opens the outbox, and sends from it until it is stopped, as long as no other tab does. */
export function startSending(
  settings: SendingSettings,
  signIn: SigningIn | undefined,
  onState: (state: SenderState) => void,
): Sending {
  const clock = systemClock;
  const outbox = lastingOutbox(outboxLimits(settings), clock);
  const gossip = joinGossip<News>(outboxNews, (news) => {
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
  const ends = new AbortController();
  addEventListener('online', () => sender.retryNow(), { signal: ends.signal });
  const ended = keepSending(sender, outbox, clock, ends.signal);
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
    async stop() {
      sender.flush();
      ends.abort();
      await Promise.all([ended, sender.flushed()]);
      gossip.close();
      outbox.close();
    },
  };
}
