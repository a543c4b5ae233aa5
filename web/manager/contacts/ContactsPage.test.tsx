import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderToString } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { Router } from 'wouter';
import { joinContact } from '../../../model/documents/join-contact.ts';
import { contactRow } from '../../../model/query/contacts.ts';
import { buildContactCall, buildContactRecordPart } from '../../../test/contact-builders.ts';
import { ApiUrlProvider } from '../queries/api-url.ts';
import { ContactsPage } from './ContactsPage.tsx';

// There is no window to ask how wide it is.
vi.mock('../layout/use-is-narrow.ts', () => ({ useIsNarrow: () => false }));

const contact = joinContact({
  record: buildContactRecordPart({ talkSeconds: 97 }),
  calls: [buildContactCall({ rating: 'poor', ratingReasons: ['loss'] })],
  steps: [],
  agentEvents: [],
});
const row = contactRow.parse({ ...contact, verdict: { fault: 'siteOrIsp', rule: 'severalOfSite' } });

/** The page at an address, with what the API answered to that question alone. */
function htmlOf(search: string, asked: readonly string[], rows: readonly object[]): string {
  const client = new QueryClient();
  const page = { total: rows.length, rows, next: null };
  client.setQueryData(['contacts', ...asked], { pages: [page], pageParams: [null] });
  return renderToString(
    <Router ssrPath="/contacts" ssrSearch={search}>
      <QueryClientProvider client={client}>
        <ApiUrlProvider value="https://api.example.com">
          <ContactsPage />
        </ApiUrlProvider>
      </QueryClientProvider>
    </Router>,
  );
}
const textOf = (html: string) => html.replaceAll('<!-- -->', '').replaceAll(/<[^>]*>/g, '|');

test('contacts are listed as the address says, each with the way to its page', () => {
  const html = htmlOf(
    'verdict=siteOrIsp&sort=talkSeconds-desc&country=PT',
    ['verdict=siteOrIsp', '', 'talkSeconds-desc'],
    [row],
  );
  expect(html).toContain(`href="/contacts/${row.contactId}?country=PT"`);
  const text = textOf(html);
  for (const part of [
    '1 contact',
    'Poor',
    'packets lost',
    'Site or provider',
    'ana.silva',
    'Billing',
    '1:37',
  ]) {
    expect(text).toContain(part);
  }
  // A contact is in no country, so that is said.
  expect(text).toContain('This page is not narrowed by: Country.');
  expect(html).toMatch(/aria-sort="descending"[^>]*><span class="sortable">Talk/);
});

test('where none match it says so, and when a contact appears', () => {
  const text = textOf(htmlOf('lacksStatistics=true', ['lacksStatistics=true', '', 'initiatedAt-desc'], []));
  expect(text).toContain('No contacts match.');
  expect(text).toContain('when Amazon Connect sends its record');
});
