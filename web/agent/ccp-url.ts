import type { AgentSiteSettings } from '../../model/settings/agent-site.ts';

/**
 * The softphone's address. On the local stack, and only there, `?agent=NAME` of this page says which agent the
 * simulated Connect signs in, so that several agents fit on one machine.
 *
 * @param query of this page's address
 */
export function ccpUrl(settings: Pick<AgentSiteSettings, 'stage' | 'ccpUrl'>, query: string): string {
  const agent = new URLSearchParams(query).get('agent');
  if (settings.stage !== 'local' || !agent) return settings.ccpUrl;
  const url = new URL(settings.ccpUrl);
  url.searchParams.set('agent', agent);
  return url.href;
}

/** Connect's own domains, by the library's own list (amazon-connect-streams 2.28.2, request-storage-access.js). */
const connectDomains = /\.(connect\.aws\.a2z\.com|my\.connect\.aws|govcloud\.connect\.aws|awsapps\.com)$/;

/**
 * True where the softphone is on another site than this page, so that a browser without third-party cookies keeps it
 * from its own session: then it has to ask the agent for access to its storage.
 */
export function needsStorageAccess(url: string): boolean {
  return connectDomains.test(new URL(url).hostname);
}
