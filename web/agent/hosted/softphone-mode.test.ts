import { expect, test } from 'vitest';
import { hostingLibrary } from './softphone-mode.ts';

const library = { script: 'assets/connect-rtc-1.js', integrity: 'sha256-1' };

test.each([
  [undefined, '?softphone=page', false],
  ['onRequest', '', false],
  ['onRequest', '?softphone=page', true],
  ['onRequest', '?softphone=framed', false],
  ['always', '', true],
  ['always', '?agent=ana.silva', true],
  ['always', '?softphone=framed', false],
] as const)('published %s, asked with "%s": the page hosts: %s', (use, query, hosts) => {
  const pageSoftphone = use && { ...library, use };
  const settings = pageSoftphone ? { pageSoftphone } : {};
  expect(hostingLibrary(settings, query)).toEqual(hosts ? pageSoftphone : undefined);
});
