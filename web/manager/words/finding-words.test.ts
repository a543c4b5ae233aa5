import { expect, test } from 'vitest';
import { facts } from '../../../model/verdict/facts.ts';
import { factWords } from './fact-words.ts';
import { findingInWords } from './finding-words.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test.each([
  [
    { fact: 'severalOfSite', holds: true, value: 66.7, of: 6, limit: 50, scope: 'site', name: 'Lisbon' },
    'Several of the same site had it in the same minutes',
    '66.7 % of 6 others, from 50.0 % · site Lisbon',
  ],
  [
    { fact: 'fromAgentSilent', holds: true, value: 93, of: 120, limit: 80 },
    'No sound came from the agent, neither muted nor on hold',
    'silent 93.0 % of 120 s, from 80.0 %',
  ],
  [
    { fact: 'customerScoreLow', holds: false, value: 4.2, limit: 3 },
    'Amazon Connect did not score the customer’s connection low',
    'score 4.2, low below 3',
  ],
  [
    { fact: 'customerNamed', holds: true, name: 'CUSTOMER_DEVICE_ISSUE' },
    'Amazon Connect names the customer’s connection or device',
    'Customer’s device',
  ],
  [
    { fact: 'microphoneFailed', holds: true, name: 'gumTimeout' },
    'The browser got no microphone',
    'Microphone did not answer in time',
  ],
  [
    { fact: 'othersFine', holds: null, value: 0, of: 2, limit: 20, scope: 'network', name: '203.0.113.0/24' },
    'Cannot be told: others at the same place were fine within the hour',
    '0 % of 2 others, at most 20.0 % · network 203.0.113.0/24',
  ],
  [
    { fact: 'legsClean', holds: null },
    'Cannot be told: both directions between the agent and Amazon Connect were clean',
    '',
  ],
  [{ fact: 'somethingNew', holds: false }, 'Not: somethingNew', ''],
] as const)('%j', (finding, text, figures) => {
  const said = findingInWords(finding);
  expect([plain(said.text), plain(said.figures)]).toEqual([text, figures]);
});

test('there are words for every fact that rules can rest on', () => {
  expect(Object.keys(factWords).sort()).toEqual(Object.keys(facts).sort());
});
