import type { PageId } from '../../../model/query/page.ts';

type Named = { readonly path: string; readonly name: string; readonly forAdmins?: true };

/** Pages that belong together, under what they have in common. */
export type Group = { readonly name: string; readonly pages: readonly Named[] };

/** Short enough for a narrow column. */
const shortNames: Readonly<Record<PageId, string>> = {
  business: 'Business',
  service: 'Service',
  technical: 'Technical',
  network: 'Network',
  devices: 'Devices',
  api: 'Agent API',
  'contacts-and-causes': 'Causes',
  'agents-side': 'Agents’ side',
};

/** Where the number of raised alerts stands. */
export const alertsPath = '/alerts';

/** The pages that the navigation leads to, in its order: what is wrong, where and why, which ones. */
const pageGroups: readonly Group[] = [
  {
    name: 'At a glance',
    pages: [
      { path: '/', name: 'Overview' },
      { path: '/now', name: 'Now' },
      { path: alertsPath, name: 'Alerts' },
    ],
  },
  {
    name: 'Where and why',
    pages: Object.entries(shortNames).map(([id, name]) => ({ path: `/${id}`, name })),
  },
  {
    name: 'One by one',
    pages: [
      { path: '/agents', name: 'Agents' },
      { path: '/calls', name: 'Calls' },
      { path: '/contacts', name: 'Contacts' },
    ],
  },
  {
    name: 'Operation',
    pages: [
      { path: '/health', name: 'Health', forAdmins: true },
      { path: '/reconciliation', name: 'Reconciliation', forAdmins: true },
    ],
  },
];

export const pages: readonly Named[] = pageGroups.flatMap((group) => group.pages);

/** The groups that somebody has pages of. */
export function groupsFor({ isAdmin }: { readonly isAdmin: boolean }): readonly Group[] {
  return pageGroups
    .map((group) => ({ ...group, pages: group.pages.filter(({ forAdmins }) => isAdmin || !forAdmins) }))
    .filter((group) => group.pages.length > 0);
}

/** Whether an address's path is that page, or one below it. */
export function isAt(page: string, path: string): boolean {
  return path === page || (page !== '/' && path.startsWith(`${page}/`));
}
