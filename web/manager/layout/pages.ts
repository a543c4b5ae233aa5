import { type PageId, pageIds } from '../../../model/query/page.ts';

type Named = { readonly path: string; readonly name: string; readonly forAdmins?: true };

/** Short enough to stand beside each other. */
const shortNames: Readonly<Record<PageId, string>> = {
  business: 'Business',
  technical: 'Technical',
  network: 'Network',
  api: 'Agent API',
  devices: 'Devices',
  'contacts-and-causes': 'Causes',
};

/** Where the number of raised alerts stands. */
export const alertsPath = '/alerts';

/** The pages that the navigation leads to, in its order. */
export const pages: readonly Named[] = [
  { path: '/', name: 'Overview' },
  { path: '/now', name: 'Now' },
  ...pageIds.map((id) => ({ path: `/${id}`, name: shortNames[id] })),
  { path: '/agents', name: 'Agents' },
  { path: '/calls', name: 'Calls' },
  { path: '/contacts', name: 'Contacts' },
  { path: alertsPath, name: 'Alerts' },
  { path: '/health', name: 'Health', forAdmins: true },
];

/** Whether an address's path is that page, or one below it. */
export function isAt(page: string, path: string): boolean {
  return path === page || (page !== '/' && path.startsWith(`${page}/`));
}
