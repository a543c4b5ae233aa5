import type { SignInSignal } from './ccp.ts';
import { judgeSignIn, type SignInFacts } from './judge-sign-in.ts';
import type { TroubleKind } from './trouble.ts';

const lookEveryMillis = 1000;

export type SignInWatch = { signal(signal: SignInSignal): void };

/**
 * Watches the way to a signed-in softphone and tells what stands in it; undefined when nothing does.
 *
 * @param popup the sign-in window that Streams opened, if it did
 */
export function watchSignIn(
  popup: () => Window | undefined,
  tell: (kind: TroubleKind | undefined) => void,
): SignInWatch {
  let facts: SignInFacts = { startedAt: Date.now(), answered: false, popup: 'never' };
  let told: TroubleKind | undefined;
  const look = () => {
    facts = withPopup(facts, popup(), Date.now());
    const kind = judgeSignIn(facts, Date.now());
    if (kind === told) return;
    told = kind;
    tell(kind);
  };
  setInterval(look, lookEveryMillis);
  return {
    signal(signal) {
      facts = withSignal(facts, signal, Date.now());
      look();
    },
  };
}

function withSignal(facts: SignInFacts, signal: SignInSignal, now: number): SignInFacts {
  switch (signal) {
    case 'agent':
      return { startedAt: facts.startedAt, answered: true, popup: 'never' };
    case 'unanswered':
      return { ...facts, answered: false, unansweredSince: facts.unansweredSince ?? now };
    case 'gaveUp':
      return { ...facts, gaveUp: true };
    case 'accessDenied':
      return { ...facts, accessDenied: true };
    case 'storageAsk':
      return { ...facts, storage: 'ask' };
    case 'storageDenied':
      return { ...facts, storage: 'denied' };
  }
}

function withPopup(facts: SignInFacts, popup: Window | undefined, now: number): SignInFacts {
  if (popup && !popup.closed) return { ...facts, popup: 'open' };
  return facts.popup === 'open' ? { ...facts, popup: 'closed', popupClosedAt: now } : facts;
}
