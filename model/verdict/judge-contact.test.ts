import { expect, test } from 'vitest';
import { judgeContact } from './judge-contact.ts';
import { defaultVerdictLimits } from './limits.ts';
import {
  bothPoor,
  clean,
  contact,
  direction,
  failed,
  heard,
  neighbours,
  nobody,
  onlyHeardPoor,
  onlySaidPoor,
  type Row,
  siteDown,
  siteFine,
  siteMixed,
  unmeasured,
} from './testing/cases.ts';

const silent = direction('good', { silentSeconds: 58 });
const good = direction('good');
const poor = direction('poor');
const shaky = direction('poor', { reasons: ['jitter'] });

const agent: Row[] = [
  ['six others of the site were fine', contact(bothPoor), siteFine, 'agent', 'othersFine'],
  [
    'three others are just enough',
    contact(bothPoor),
    neighbours({ site: ['3/0', '0/0', '0/0'] }),
    'agent',
    'othersFine',
  ],
  [
    'one of five others had a poor call of his own',
    contact(bothPoor),
    neighbours({ site: ['5/1', '2/0', '9/0'] }),
    'agent',
    'othersFine',
  ],
  ['without a record it is the same', { leg: bothPoor }, siteFine, 'agent', 'othersFine'],
  ['only what was measured is needed', contact(heard(unmeasured, poor)), siteFine, 'agent', 'othersFine'],
  ['only what the agent said was lost', contact(onlySaidPoor), siteMixed, 'agent', 'onlyFromAgent'],
  [
    'only what the agent said came irregularly',
    contact(heard(good, shaky)),
    siteMixed,
    'agent',
    'onlyFromAgent',
  ],
  [
    'at home, with too few of the network, by the provider',
    contact(bothPoor),
    neighbours({ network: ['0/0', '0/0', '30/1'], provider: ['9/0', '5/0', '25/1'] }),
    'agent',
    'othersFine',
  ],
  [
    'where no list of sites is, by the network',
    contact(bothPoor),
    neighbours({ network: ['7/0', '4/0', '20/0'] }),
    'agent',
    'othersFine',
  ],
  [
    'the customer’s score is low, too, but the agent’s own connection was poor',
    contact(bothPoor, { customerScore: 2 }),
    siteFine,
    'agent',
    'othersFine',
  ],
  [
    'no sound from the microphone',
    contact(heard(good, silent), { agentScore: 2.4 }),
    nobody,
    'agent',
    'silentMicrophone',
  ],
  ['the microphone was not there in time', contact(failed('gumTimeout')), nobody, 'agent', 'microphone'],
  [
    'without a microphone the rest fails, too',
    contact(failed('handshaking', 'gumOther')),
    siteDown,
    'agent',
    'microphone',
  ],
  [
    'the way to the server was not found, by this agent alone',
    contact(failed('iceCollection')),
    siteFine,
    'agent',
    'othersFine',
  ],
  [
    'Connect names the agent’s device',
    contact(clean, { disconnectIssue: 'AGENT_DEVICE_ISSUE' }),
    nobody,
    'agent',
    'deviceNamed',
  ],
  [
    'the connection broke off, the others’ did not',
    contact(clean, { disconnectIssue: 'AGENT_CONNECTIVITY_ISSUE' }),
    siteFine,
    'agent',
    'othersFine',
  ],
];

const site: Row[] = [
  ['all of the site at once, elsewhere nobody', contact(bothPoor), siteDown, 'siteOrIsp', 'severalOfSite'],
  [
    'two of three, and three elsewhere who were fine',
    contact(bothPoor),
    neighbours({ site: ['3/2', '3/2', '3/0'] }),
    'siteOrIsp',
    'severalOfSite',
  ],
  [
    'half of four',
    contact(onlyHeardPoor),
    neighbours({ site: ['4/2', '4/2', '8/1'] }),
    'siteOrIsp',
    'severalOfSite',
  ],
  [
    'only what was said, but of nearly everybody of the site',
    contact(onlySaidPoor),
    neighbours({ site: ['6/5', '6/5', '9/0'] }),
    'siteOrIsp',
    'severalOfSite',
  ],
  [
    'one floor of a site that is fine otherwise',
    contact(bothPoor),
    neighbours({ network: ['4/3', '3/3', '40/0'], site: ['20/3', '12/3', '31/0'] }),
    'siteOrIsp',
    'severalOfNetwork',
  ],
  [
    'one provider’s customers at home',
    contact(bothPoor),
    neighbours({ network: ['0/0', '0/0', '26/6'], provider: ['9/6', '6/5', '20/1'] }),
    'siteOrIsp',
    'severalOfProvider',
  ],
  [
    'nobody of the site gets through the firewall',
    contact(failed('iceCollection')),
    siteDown,
    'siteOrIsp',
    'severalOfSite',
  ],
  [
    'connections of the whole site broke off',
    contact(clean, { disconnectIssue: 'AGENT_CONNECTIVITY_ISSUE' }),
    siteDown,
    'siteOrIsp',
    'severalOfSite',
  ],
];

const threeSites = { sites: ['4/4', '5/4', '3/2'], providers: ['4/4', '5/4', '3/2'] } as const;
const organisation: Row[] = [
  [
    'three sites of three providers at once',
    contact(bothPoor),
    neighbours({ site: ['6/5', '4/4', '8/6'], provider: ['6/5', '4/4', '8/6'] }, threeSites),
    'organisation',
    'everySite',
  ],
  [
    'providers that nobody knows do not hinder',
    contact(bothPoor),
    neighbours({ site: ['6/5', '4/4', '8/6'] }, { sites: ['4/4', '5/4', '3/2'] }),
    'organisation',
    'everySite',
  ],
  [
    'a site with too few agents is left out',
    contact(bothPoor),
    neighbours({ site: ['6/5', '4/4', '7/5'] }, { sites: ['4/4', '2/0', '5/5'] }),
    'organisation',
    'everySite',
  ],
  [
    'set-ups fail everywhere',
    contact(failed('signallingConnection')),
    neighbours({ site: ['6/5', '4/4', '8/6'] }, { sites: ['4/4', '5/4', '3/2'] }),
    'organisation',
    'everySite',
  ],
  [
    'at home on the networks of three providers',
    contact(bothPoor),
    neighbours({ provider: ['8/6', '5/4', '7/6'] }, { providers: ['5/4', '4/3', '3/3'] }),
    'organisation',
    'everyProvider',
  ],
];

const telephony: Row[] = [
  [
    'our legs clean, the customer’s score low',
    contact(clean, { agentScore: 4.3, customerScore: 2.1 }),
    nobody,
    'telephonyOrCustomer',
    'customerScore',
  ],
  [
    'a fair leg is not a poor one',
    contact(heard(direction('fair'), good), { agentScore: 3.6, customerScore: 2.99 }),
    siteDown,
    'telephonyOrCustomer',
    'customerScore',
  ],
  [
    'nothing heard of the customer',
    contact(heard(silent, good), { disconnectIssue: 'SOMETHING_NEW' }),
    nobody,
    'telephonyOrCustomer',
    'customerSilent',
  ],
  [
    'Connect names the customer’s device',
    contact(clean, { disconnectIssue: 'CUSTOMER_DEVICE_ISSUE' }),
    nobody,
    'telephonyOrCustomer',
    'customerNamed',
  ],
  [
    'Connect names the customer’s connection',
    contact(clean, { disconnectIssue: 'CUSTOMER_CONNECTIVITY_ISSUE' }),
    siteDown,
    'telephonyOrCustomer',
    'customerNamed',
  ],
];

test.each([...agent, ...site, ...organisation, ...telephony])('%s', (_, evidence, around, fault, rule) => {
  expect(judgeContact(evidence, around, defaultVerdictLimits)).toMatchObject({ fault, rule });
});

test.each([
  ['a good call', contact(clean, { agentScore: 4.2 })],
  ['a customer’s score on the limit', contact(clean, { customerScore: 3 })],
  ['a fair call', contact(heard(direction('fair'), direction('fair')))],
  ['a contact of which nothing is known', contact(undefined)],
])('%s is not judged', (_, evidence) => {
  expect(judgeContact(evidence, siteDown, defaultVerdictLimits)).toBeUndefined();
});

test('a verdict has its figures, and what spoke against it', () => {
  const evidence = contact(onlySaidPoor, { customerScore: 2.5 });
  expect(judgeContact(evidence, siteMixed, defaultVerdictLimits)).toEqual({
    fault: 'agent',
    rule: 'onlyFromAgent',
    because: ['poor', 'customerScoreLow'],
    restsOn: [
      { fact: 'onlyFromAgent', holds: true, value: 40 },
      {
        fact: 'othersMostlyFine',
        holds: true,
        value: 33.3,
        of: 6,
        limit: 34,
        scope: 'site',
        name: 'this site',
      },
      {
        fact: 'nobodyElseAtOnce',
        holds: true,
        value: 33.3,
        of: 3,
        limit: 34,
        scope: 'site',
        name: 'this site',
      },
    ],
    against: [
      { fact: 'anybodyElseAtOnce', holds: true, value: 1, of: 3, scope: 'site', name: 'this site' },
      { fact: 'customerScoreLow', holds: true, value: 2.5, limit: 3 },
    ],
  });
});

test('other limits are another verdict', () => {
  const strict = { ...defaultVerdictLimits, fewestOthers: 8 };
  expect(judgeContact(contact(bothPoor), siteFine, strict)).toMatchObject({ rule: 'tooFewOthers' });
});
