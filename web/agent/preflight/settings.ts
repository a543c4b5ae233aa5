import * as z from 'zod/mini';
import type { AgentSiteSettings } from '../../../model/settings/agent-site.ts';
import { preflightSiteSettings } from '../../../model/settings/preflight-site.ts';

export type PreflightSettings = Pick<AgentSiteSettings, 'apiUrl' | 'qualityLimits'> &
  z.infer<typeof preflightSiteSettings>;

/** What the checks need of the site's settings. A part of them that is not understood is as if it were not there. */
export function preflightSettings({
  apiUrl,
  qualityLimits,
  preflight,
}: AgentSiteSettings): PreflightSettings {
  const its = z.catch(preflightSiteSettings, { mediaServers: [] }).parse(preflight ?? {});
  return { apiUrl, qualityLimits, ...its };
}
