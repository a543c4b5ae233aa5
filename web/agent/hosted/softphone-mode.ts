import type { AgentSiteSettings, PageSoftphone } from '../../../model/settings/agent-site.ts';

/**
 * The library with which this page hosts the sound of calls itself; undefined where Connect's frame hosts it. Where the
 * library is published, `?softphone=page` and `?softphone=framed` of the page's address choose.
 *
 * @param query of this page's address
 */
export function hostingLibrary(
  { pageSoftphone }: Pick<AgentSiteSettings, 'pageSoftphone'>,
  query: string,
): PageSoftphone | undefined {
  const asked = new URLSearchParams(query).get('softphone');
  const isHosted = asked === 'page' || (asked !== 'framed' && pageSoftphone?.use === 'always');
  return isHosted ? pageSoftphone : undefined;
}
