import type { AgentSiteSettings } from '../../model/settings/agent-site.ts';
import { systemClock } from '../push/clock.ts';
import type { AgentSignIn } from './sign-in.ts';

/** Through which a sign-in window tells the page that opened it what it came back with. */
const channelName = 'agent-sign-in';

/** With what the page was opened, while it is at the sign-in. */
const searchKey = 'sign-in.search';

/** What the page needs of the agent's sign-in; undefined where the deployment has none. */
export type SignedIn = Pick<AgentSignIn, 'authorize' | 'refused'> & {
  /** Opens a window to sign in again; the page and its call go on meanwhile. */
  readonly again: () => Promise<void>;
};

/** True in a window that was only opened to sign in: what it came back with is told to the page, and it closes. */
export function isSignInWindow(): boolean {
  const answer = new URLSearchParams(location.search);
  if (!answer.get('state')?.startsWith('window.')) return false;
  new BroadcastChannel(channelName).postMessage(answer.toString());
  close();
  return true;
}

/**
 * Signs the agent in, where the deployment asks for it: the page leads to the sign-in and comes back, before the
 * softphone is opened. An agent whom the sign-in refuses keeps the softphone; what the page has to send waits. So it
 * does within another page, where sign-in pages do not let themselves be shown: there the agent presses a button.
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
  const signIn = new AgentSignIn(
    { url, clientId, issuer },
    {
      storage: sessionStorage,
      fetch: (input, init) => fetch(input, init),
      now: systemClock.now,
      redirectUri: `${location.origin}/`,
    },
  );
  const answer = new URLSearchParams(location.search);
  const cameBack = answer.has('state');
  if (cameBack) {
    await signIn.finish(answer);
    history.replaceState(null, '', `${location.pathname}${sessionStorage.getItem(searchKey) ?? ''}`);
  } else if (!signIn.isSignedIn && window === window.top) {
    sessionStorage.setItem(searchKey, location.search);
    location.assign(await signIn.begin(false));
    // The page is left.
    await new Promise(() => {});
  }
  new BroadcastChannel(channelName).onmessage = async ({ data }: MessageEvent<string>) => {
    if (await signIn.finish(new URLSearchParams(data))) onSignedIn();
  };
  return {
    authorize: signIn.authorize,
    refused: () => signIn.refused(),
    async again() {
      open(await signIn.begin(true), '_blank', 'width=480,height=640');
    },
  };
}
