import { expect, test } from 'vitest';
import type { ContactAnswer } from '../../../model/query/contacts.ts';
import { explainContact } from './explain-contact.ts';

const softphone = { calls: 2, missed: 1 } as NonNullable<ContactAnswer['contact']['softphone']>;
const verdict = { fault: 'siteOrIsp', rule: 'severalOfSite', because: ['poor'], restsOn: [], against: [] };

test('whose fault it was comes first, and what is missing is said', () => {
  expect(explainContact({ hasStatistics: true, verdict })).toBe('It was the agent’s site, or its provider.');
  expect(explainContact({ hasStatistics: true, softphone })).toBe(
    'It rang at one agent who did not take it.',
  );
  expect(explainContact({ channel: 'CHAT', hasStatistics: false })).toBe(
    'No statistics: only voice contacts have any.',
  );
  expect(explainContact({ hasStatistics: true })).toBe('');
});
