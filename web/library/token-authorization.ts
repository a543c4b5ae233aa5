import type { SigningIn } from '../monitor/start-sending.ts';
import type { QualityMonitorOptions } from './quality-monitor.ts';

/** What sending needs of the page's own sign-in; undefined where it has none. */
export function tokenAuthorization({
  authorize,
  onUnauthorized,
}: Pick<QualityMonitorOptions, 'authorize' | 'onUnauthorized'>): SigningIn | undefined {
  if (!authorize) return undefined;
  const withToken = (token: string | undefined) => (token ? { header: `Bearer ${token}` } : 'signIn');
  return {
    authorize(agent) {
      try {
        const token = authorize(agent);
        // At once where it can be: a page that closes has no time to wait.
        return token instanceof Promise ? token.then(withToken, notSignedIn) : withToken(token);
      } catch (fault) {
        return notSignedIn(fault);
      }
    },
    refused: () => onUnauthorized?.(),
  };
}

/** The messages wait, and it is asked again. */
function notSignedIn(fault: unknown): 'signIn' {
  console.error('The quality monitor got no token: authorize failed', fault);
  return 'signIn';
}
