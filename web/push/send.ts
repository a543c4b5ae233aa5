import type { Verdict } from './answer.ts';
import { attempt, type Wire } from './attempt.ts';
import { backoffMillis } from './backoff.ts';
import { createNap, type Nap } from './nap.ts';
import type { SenderState } from './sender-state.ts';
import { bytesOf, type Letter, type Outbox } from './waiting.ts';

/** Looks again without being told: another tab may have put something in and been closed at once. */
const idleMillis = 60_000;
/** An agent whom the server does not know may be new to it, and is asked for again. */
const strangeMillis = 5 * 60_000;
/** What `flush` can reach without reading the outbox: a page that closes has no time for that. */
const recentBytes = 60_000;

export type SenderDeps = Wire & {
  readonly outbox: Outbox;
  /** 0…1 */
  readonly random: () => number;
  readonly onState: (state: SenderState) => void;
};

/** Sends what waits in the outbox. One tab's sender runs at a time: see lead.ts. */
export class Sender {
  readonly #deps: SenderDeps;
  readonly #busy = new Set<string>();
  /** Of another agent than who is signed in: left until that changes. */
  readonly #others = new Set<string>();
  /** Agents whom the server does not know, their messages, and until when neither is tried. */
  readonly #strangers = { agents: new Set<unknown>(), keys: new Set<string>(), until: 0 };
  readonly #recent = new Map<string, Letter & { readonly bytes: number }>();
  readonly #idle: Nap;
  readonly #pause: Nap;
  /** What `flush` has handed to the browser. */
  readonly #flushing = new Set<Promise<void>>();
  #running = false;
  #pausedUntil = 0;
  #failedInARow = 0;
  #done: Pick<SenderState, 'sent' | 'lastSentAt' | 'failing'> = { sent: 0 };

  constructor(deps: SenderDeps) {
    this.#deps = deps;
    this.#idle = createNap(deps.clock);
    this.#pause = createNap(deps.clock);
  }

  /** Sends all that waits, and all that comes, until the signal aborts. Rejects where the outbox fails. */
  async run(signal: AbortSignal): Promise<void> {
    this.#running = true;
    try {
      await this.#publish();
      while (!signal.aborted) await this.#step(signal);
    } finally {
      this.#running = false;
      this.#recent.clear();
    }
  }

  /** Takes note of a message that is about to be put into the outbox: from now on `flush` can send it. */
  offer(letter: Letter): void {
    if (!this.#running) return;
    this.#recent.set(letter.key, { ...letter, bytes: bytesOf(letter.message) });
    let bytes = [...this.#recent.values()].reduce((sum, one) => sum + one.bytes, 0);
    for (const oldest of this.#recent.values()) {
      if (bytes <= recentBytes) break;
      bytes -= oldest.bytes;
      this.#recent.delete(oldest.key);
    }
  }

  /** The message turned out to be a repeat. */
  withdraw(key: string): void {
    this.#recent.delete(key);
  }

  /** Says that something new is in the outbox, or that somebody wants to know how it stands. */
  notice(): void {
    if (!this.#running) return;
    void this.#publish();
    this.#idle.wake();
  }

  /** Ends a pause: the browser is online again, or a person asked. */
  retryNow(): void {
    if (this.#pausedUntil > this.#deps.clock.now()) this.#pause.wake();
    this.#pausedUntil = 0;
    this.#others.clear();
    this.#forgetStrangers();
    this.#idle.wake();
  }

  /** Hands what is new to the browser, to be sent even if the page closes now. */
  flush(): void {
    if (!this.#running || this.#deps.clock.now() < this.#pausedUntil) return;
    for (const entry of this.#recent.values()) {
      if (this.#busy.has(entry.key)) continue;
      const sent = this.#send(entry, true).finally(() => this.#flushing.delete(sent));
      this.#flushing.add(sent);
    }
  }

  /** Resolves when all that was flushed has been answered. */
  async flushed(): Promise<void> {
    await Promise.allSettled(this.#flushing);
  }

  async #step(signal: AbortSignal): Promise<void> {
    const { outbox, clock } = this.#deps;
    const wait = this.#pausedUntil - clock.now();
    if (wait > 0) return this.#pause.sleep(wait, signal);
    await outbox.expire();
    if (this.#strangers.until <= clock.now()) this.#forgetStrangers();
    const entry = await outbox.next(new Set([...this.#busy, ...this.#others, ...this.#strangers.keys]));
    if (!entry) return this.#idle.sleep(idleMillis, signal);
    await this.#send(entry);
  }

  async #send(entry: Letter, onlyKeepalive = false): Promise<void> {
    this.#busy.add(entry.key);
    try {
      if (this.#strangers.agents.has(entry.message.agent)) {
        this.#leave(entry, this.#strangers.keys);
        return await this.#publish();
      }
      const verdict = await attempt(entry, this.#deps, onlyKeepalive);
      if (!verdict) return;
      if (verdict.kind === 'another') this.#leave(entry, this.#others);
      else if (verdict.kind === 'unknownAgent') this.#leaveStrange(entry);
      else if (verdict.kind === 'later') await this.#postpone(entry, verdict);
      else await this.#finish(entry, verdict);
      await this.#publish();
    } finally {
      this.#busy.delete(entry.key);
      // A flush took it from under the nose of `run`, which may have gone to sleep over an empty outbox.
      if (onlyKeepalive) this.#idle.wake();
    }
  }

  #leave(entry: Letter, among: Set<string>): void {
    among.add(entry.key);
    this.#recent.delete(entry.key);
  }

  #leaveStrange(entry: Letter): void {
    const { agents, keys } = this.#strangers;
    if (agents.size === 0) this.#strangers.until = this.#deps.clock.now() + strangeMillis;
    agents.add(entry.message.agent);
    this.#leave(entry, keys);
    this.#recover();
  }

  #forgetStrangers(): void {
    this.#strangers.agents.clear();
    this.#strangers.keys.clear();
  }

  async #postpone(entry: Letter, verdict: Extract<Verdict, { kind: 'later' }>): Promise<void> {
    const { outbox, clock, random } = this.#deps;
    this.#failedInARow++;
    const wait = backoffMillis(this.#failedInARow, verdict.failure, random(), verdict.retryAfterMillis);
    this.#pausedUntil = clock.now() + wait;
    const since = this.#done.failing?.since ?? clock.now();
    this.#done = { ...this.#done, failing: { why: verdict.failure, since } };
    // What is about this very message must not hold up those that the server would take.
    if (verdict.failure === 'fault' || verdict.failure === 'older') await outbox.failed(entry.key);
  }

  async #finish(
    entry: Letter,
    verdict: Exclude<Verdict, { kind: 'later' | 'another' | 'unknownAgent' }>,
  ): Promise<void> {
    const { outbox, clock } = this.#deps;
    this.#recent.delete(entry.key);
    this.#recover();
    if (verdict.kind === 'never') return outbox.setAside(entry.key, verdict.reason);
    this.#done = { ...this.#done, sent: this.#done.sent + 1, lastSentAt: clock.now() };
    await outbox.delivered(entry.key);
  }

  /** The server has answered: what failed before is over. */
  #recover(): void {
    this.#failedInARow = 0;
    this.#pausedUntil = 0;
    const { failing: _, ...done } = this.#done;
    this.#done = done;
  }

  async #publish(): Promise<void> {
    const { outbox, onState } = this.#deps;
    const [others, strangers] = [this.#others.size, this.#strangers.keys.size];
    onState({ ...(await outbox.totals()), ...this.#done, kept: outbox.kept, others, strangers });
  }
}
