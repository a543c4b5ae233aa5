import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderToString } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { Router } from 'wouter';
import { joinContact } from '../../../model/documents/join-contact.ts';
import { contactAnswer } from '../../../model/query/contacts.ts';
import {
  buildAgentEvent,
  buildContactCall,
  buildContactRecordPart,
  buildFlowStep,
  buildMissedCall,
} from '../../../test/contact-builders.ts';
import { ApiUrlProvider } from '../queries/api-url.ts';
import { WholeContact } from './WholeContact.tsx';

// There is no window to ask how wide it is.
vi.mock('../layout/use-is-narrow.ts', () => ({ useIsNarrow: () => false }));

const previousContactId = '0c0ffee0-0000-4000-8000-000000000001';

/** What the page shows of an answer, as text. */
function textOf(contact: object): string {
  const answer = contactAnswer.parse({ contact, related: [], windows: [], windowsCut: false });
  const html = renderToString(
    <Router ssrPath="/contacts/one">
      <QueryClientProvider client={new QueryClient()}>
        <ApiUrlProvider value="https://api.example">
          <WholeContact answer={answer} />
        </ApiUrlProvider>
      </QueryClientProvider>
    </Router>,
  );
  return html
    .replaceAll(/<!-- -->/g, '')
    .replaceAll(/<[^>]*>/g, '|')
    .replaceAll('&#x27;', "'");
}

test('the whole story of a contact is there', () => {
  const contact = joinContact({
    record: buildContactRecordPart({ transfer: { previousContactId }, holdSeconds: 20 }),
    calls: [
      buildContactCall({ rating: 'poor', ratingReasons: ['loss'] }),
      buildMissedCall('rui.martins', 12),
    ],
    steps: [buildFlowStep(1, 'PlayPrompt'), buildFlowStep(6, 'InvokeExternalResource', { failed: true })],
    agentEvents: [buildAgentEvent(20, 'Available', 'CONNECTED_ONHOLD')],
  });
  const site = { scope: 'site', name: 'Lisbon' };
  const verdict = {
    fault: 'siteOrIsp',
    rule: 'severalOfSite',
    because: ['poor'],
    restsOn: [{ fact: 'severalOfSite', holds: true, value: 75, of: 4, limit: 50, ...site }],
    against: [{ fact: 'agentScoreLow', holds: true, value: 2.1, limit: 3 }],
  };
  const text = textOf({ ...contact, joinedAt: '2026-03-04T10:05:00.000Z', verdict });
  for (const part of [
    'Poor contact',
    'It was the agent’s site, or its provider.',
    'Whose fault: Site or provider',
    'Judged because the call was poor',
    'Several agents of the same site had bad connections in the same minutes',
    '75.0\u00a0% of 4 others, from 50.0\u00a0% · site Lisbon',
    'score 2.1, low below 3',
    'Customer hung up',
    'Invoke external resource: failed',
    'ana.silva: Available, contact on hold',
    'rui.martins',
    previousContactId,
    'Not stored, or not yours to see.',
  ]) {
    expect(text).toContain(part);
  }
});

test('of a record alone all that is missing is said to be missing', () => {
  const text = textOf(buildContactRecordPart());
  for (const part of [
    'Contact not judged',
    'No statistics: the contact is just being put together.',
    'Not judged yet: the contact is just being put together.',
    'No flow steps are stored',
    'No states of its agents are stored',
  ]) {
    expect(text).toContain(part);
  }
  expect(text).not.toContain('Before and after it');
});

test('a contact that should have statistics and has none says so', () => {
  const contact = joinContact({ record: buildContactRecordPart(), calls: [], steps: [], agentEvents: [] });
  const text = textOf({ ...contact, joinedAt: '2026-03-04T10:05:00.000Z' });
  expect(text).toContain('No statistics: the agent was outside the monitored softphone page');
  expect(text).toContain('Nothing to judge');
});
