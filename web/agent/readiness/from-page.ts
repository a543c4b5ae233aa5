import type { PageState } from '../page-state.ts';
import { troubleWords } from '../trouble-words.ts';
import { readinessLimits } from './limits.ts';
import { type Readiness, withAgent, withFact } from './readiness.ts';

const told = ['microphoneBlocked', 'microphoneMissing', 'connectionLost'] as const;

/** What the page knows already, and shows: who is signed in, in a call, and what is wrong. */
export function fromPage(before: Readiness, state: PageState, at: number): Readiness {
  const { agent, call, troubles } = state;
  const isAway = troubles.some(({ kind }) => troubleWords[kind].noSoftphone);
  const signedIn = agent !== undefined && !isAway;
  const talking = call?.phase === 'talking' || call?.phase === 'onHold';
  const seen = told.reduce(
    (readiness, source) =>
      withFact(
        readiness,
        source,
        troubles.some(({ kind }) => kind === source),
        at,
      ),
    withAgent(before, { signedIn, talking }, at),
  );
  return withFact(seen, 'sendingFails', sendingFails(state, at), at);
}

/** Being offline, or signed out of sending, is no failure of the API. */
function sendingFails({ sender }: PageState, at: number): boolean {
  const { failing } = sender ?? {};
  if (!failing || failing.why === 'offline' || failing.why === 'signIn') return false;
  return at - failing.since > readinessLimits.sendingMillis;
}
