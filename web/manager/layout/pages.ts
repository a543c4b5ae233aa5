type Named = { readonly path: string; readonly name: string; readonly forAdmins?: true };

/** The pages that the navigation leads to, in its order. */
export const pages: readonly Named[] = [
  { path: '/', name: 'Overview' },
  { path: '/calls', name: 'Calls' },
  { path: '/alerts', name: 'Alerts' },
  { path: '/health', name: 'Health', forAdmins: true },
];

/** Whether an address's path is that page, or one below it. */
export function isAt(page: string, path: string): boolean {
  return path === page || (page !== '/' && path.startsWith(`${page}/`));
}
