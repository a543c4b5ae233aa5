import { type AgentSiteSettings, agentSiteSettings } from '../../model/settings/agent-site.ts';

/**
 * The settings that the deployment put beside the page. Throws an Error that says what is wrong with them: without
 * settings there is neither a softphone nor anything to send to.
 */
export async function loadSettings(): Promise<AgentSiteSettings> {
  const response = await fetch('settings.json', { cache: 'no-cache' });
  if (!response.ok) throw new Error(`settings.json: the site answers ${response.status}`);
  const settings = agentSiteSettings.safeParse(await response.json());
  if (settings.success) return settings.data;
  const faults = settings.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`settings.json: ${faults.join('; ')}`);
}
