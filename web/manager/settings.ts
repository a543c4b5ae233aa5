import { type ManagerSiteSettings, managerSiteSettings } from '../../model/settings/manager-site.ts';

/** Reads what the deployment wrote beside the pages. Throws an Error that says what to do. */
export async function loadSettings(): Promise<ManagerSiteSettings> {
  const response = await fetch('/settings.json', { cache: 'no-cache' });
  const text = await response.text();
  try {
    return managerSiteSettings.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error('The site’s settings.json is missing or wrong: deploy again, then reload.', { cause });
  }
}
