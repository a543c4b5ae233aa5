import { join } from 'node:path';
import { buildSite, isBuilt, type SiteName, siteFolder } from '../deploy/build-site.ts';
import { withLibrary } from '../deploy/upload-site.ts';
import type { LocalDeployment } from './aws/deploy-locally.ts';
import { buildOwnPage, ownPageFolder } from './library/own-page.ts';
import { step } from './progress.ts';
import { serveSite } from './sites/serve-site.ts';
import type { StackContext } from './stack-context.ts';

/** Builds both sites, unless nothing has changed, and puts the example of a page of others together. */
export async function buildSites({ logs, say, signal }: StackContext): Promise<void> {
  const build = async (site: SiteName) => {
    if (await isBuilt(site)) return;
    await step(`${site}s' site built`, say, () => buildSite(site, join(logs, `${site}-site.log`), signal));
  };
  await Promise.all([build('agent'), build('manager'), buildOwnPage()]);
}

/** Serves both sites and the example; returns what ends that. */
export function serveSites(
  { ports }: StackContext,
  deployment: () => LocalDeployment,
): Promise<(() => Promise<void>)[]> {
  const agents = serveSite({
    port: ports.softphone,
    folder: siteFolder('agent'),
    headers: () => deployment().agentHeaders,
    settings: () => withLibrary(deployment().AgentSiteSettings, deployment().library),
    published: () => deployment().library,
  });
  const managers = serveSite({
    port: ports.dashboards,
    folder: siteFolder('manager'),
    headers: () => deployment().managerHeaders,
    settings: () => deployment().ManagerSiteSettings,
    fallback: 'index.html',
  });
  const ownPage = serveSite({
    port: ports.ownPage,
    folder: ownPageFolder,
    headers: () => ({}),
    settings: () => deployment().AgentSiteSettings,
  });
  return Promise.all([agents, managers, ownPage]);
}
