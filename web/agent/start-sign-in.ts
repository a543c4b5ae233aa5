import type { AgentSiteSettings } from '../../model/settings/agent-site.ts';
import { systemClock } from '../push/clock.ts';
import type { AgentSignIn } from './sign-in.ts';
import { hearSignInWindows } from './sign-in-window.ts';

/** With what the page was opened, while it is at the sign-in. */
const searchKey = 'sign-in.search';

/** What the page needs of the agent's sign-in; undefined where the deployment has none. */
export type SignedIn = Pick<AgentSignIn, 'authorize' | 'refused'> & {
  /** Opens a window to sign in again; the page and its call go on meanwhile. */
  readonly again: () => Promise<void>;
};

/**
 * Signs the agent in, where the deployment asks for it: the page leads to the sign-in and comes back, before the
 * softphone is opened. Where the sign-in refuses the agent, or did not lead back the last time because it is
 * down or the agent left it, the page opens the softphone all the same; what it has to send waits until the agent
 * presses a button. So it does within another page, where sign-in pages do not let themselves be shown.
 *
 * @param onSignedIn after a sign-in in a window
 */
export async function startSignIn(
  settings: AgentSiteSettings,
  onSignedIn: () => void,
): Promise<SignedIn | undefined> {
  const { agentSignInUrl: url, agentSignInClientId: clientId, agentSignInIssuer: issuer } = settings;
  if (!url || !clientId || !issuer) return undefined;
  const { AgentSignIn } = await import('./sign-in.ts');
  const fromStorage = () =>
    new AgentSignIn(
      { url, clientId, issuer },
      {
        storage: sessionStorage,
        fetch: (input, init) => fetch(input, init),
        now: systemClock.now,
        redirectUri: `${location.origin}/`,
      },
    );
  let signIn = fromStorage();
  const answer = new URLSearchParams(location.search);
  const cameBack = answer.has('state');
  if (cameBack) {
    await signIn.finish(answer);
    history.replaceState(null, '', `${location.pathname}${sessionStorage.getItem(searchKey) ?? ''}`);
  } else if (!signIn.isSignedIn && !signIn.isPending && window === window.top) {
    sessionStorage.setItem(searchKey, location.search);
    await leaveFor(await signIn.begin(false));
    // Another page of this tab may have signed in meanwhile.
    signIn = fromStorage();
  }
  hearSignInWindows(() => signIn, onSignedIn);
  return {
    authorize: signIn.authorize,
    refused: () => signIn.refused(),
    async again() {
      open(await signIn.begin(true), '_blank', 'width=480,height=640');
    },
  };
}

/** Leaves the page; resolves where the browser shows it again as it was left (back/forward cache). */
function leaveFor(url: string): Promise<void> {
  return new Promise((resolve) => {
    addEventListener('pageshow', ({ persisted }) => persisted && resolve());
    location.assign(url);
  });
}
