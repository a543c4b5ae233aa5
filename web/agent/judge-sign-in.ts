import type { TroubleKind } from './trouble.ts';

/** What the page knows on its way to a signed-in softphone. Times in epoch milliseconds. */
export type SignInFacts = {
  readonly startedAt: number;
  /** The softphone has answered: all is well. */
  readonly answered: boolean;
  /** Streams gave up waiting for an answer, or the session ended: the agent has to sign in. */
  readonly unansweredSince?: number;
  readonly popup: 'never' | 'open' | 'closed';
  readonly popupClosedAt?: number;
  /** Streams has loaded the frame again and again, in vain. */
  readonly gaveUp?: boolean;
  readonly storage?: 'ask' | 'denied';
  readonly accessDenied?: boolean;
};

/** A sign-in window takes a moment to open, and the softphone a moment to notice that the agent signed in. */
const popupMillis = 3000;
const noticeMillis = 15_000;
const slowMillis = 20_000;

/** Which trouble stands between the agent and the softphone, if any: the most certain cause first. */
export function judgeSignIn(facts: SignInFacts, now: number): TroubleKind | undefined {
  if (facts.accessDenied) return 'accessDenied';
  if (facts.answered) return undefined;
  if (facts.storage === 'denied') return 'storageBlocked';
  if (facts.storage === 'ask') return 'storageAsk';
  if (facts.unansweredSince === undefined) return now - facts.startedAt >= slowMillis ? 'ccpSlow' : undefined;
  if (facts.gaveUp && facts.popup !== 'never') return 'signInLate';
  if (facts.popup === 'open') return 'signIn';
  if (facts.popup === 'closed') return afterSignIn(facts, now);
  if (facts.gaveUp) return 'ccpBlocked';
  return now - facts.unansweredSince >= popupMillis ? 'popupBlocked' : undefined;
}

/** The window was there and is gone, and the softphone knows of no session for long: its cookies do not reach it. */
function afterSignIn(facts: SignInFacts, now: number): TroubleKind | undefined {
  return now - (facts.popupClosedAt ?? now) >= noticeMillis ? 'storageBlocked' : undefined;
}
