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
  siteDown,
  siteFine,
  siteMixed,
  type UnclearRow,
  unmeasured,
} from './testing/cases.ts';

const silent = direction('good', { silentSeconds: 58 });
const good = direction('good');
const poor = direction('poor');
const late = direction('poor', { reasons: ['roundTripTime'] });

const rows: UnclearRow[] = [
  ['two others are too few', contact(bothPoor), neighbours({ site: ['2/0', '1/0', '20/0'] }), 'tooFewOthers'],
  [
    'two others at once are too few, too',
    contact(bothPoor),
    neighbours({ site: ['2/2', '2/2', '20/0'] }),
    'tooFewOthers',
  ],
  [
    'a small site is not compared with its provider',
    contact(bothPoor),
    neighbours({ site: ['1/0', '1/0', '20/0'], provider: ['15/0', '9/0', '12/0'] }),
    'tooFewOthers',
  ],
  [
    'only what was said, and nobody to compare with',
    contact(onlySaidPoor),
    neighbours({ site: ['2/0', '2/0', '20/0'] }),
    'tooFewOthers',
  ],
  [
    'a set-up that failed when nobody else called',
    contact(failed('handshaking')),
    neighbours({ site: ['0/0', '0/0', '0/0'] }),
    'tooFewOthers',
  ],
  ['nobody knows where', contact(bothPoor), nobody, 'placeUnknown'],
  [
    'broken off, and nobody knows where',
    contact(clean, { disconnectIssue: 'AGENT_CONNECTIVITY_ISSUE' }),
    nobody,
    'placeUnknown',
  ],
  ['one of four others', contact(bothPoor), neighbours({ site: ['4/1', '2/0', '9/0'] }), 'mixed'],
  [
    'the two others of these minutes had it, too, the eight before and after not',
    contact(bothPoor),
    neighbours({ site: ['10/2', '2/2', '9/0'] }),
    'mixed',
  ],
  ['a third of the others, and both directions', contact(bothPoor), siteMixed, 'mixed'],
  ['a third of the others, and only what was heard', contact(onlyHeardPoor), siteMixed, 'mixed'],
  ['what was said came late, neither lost nor irregularly', contact(heard(good, late)), siteMixed, 'mixed'],
  ['what was heard was not measured', contact(heard(unmeasured, poor)), siteMixed, 'mixed'],
  [
    'the site and two fifths of all others',
    contact(bothPoor),
    neighbours({ site: ['6/5', '4/4', '10/4'] }),
    'mixed',
  ],
  [
    'two sites of three',
    contact(bothPoor),
    neighbours({ site: ['6/5', '4/4', '11/4'] }, { sites: ['4/4', '5/4', '6/0'] }),
    'mixed',
  ],
  [
    'the only site there is',
    contact(bothPoor),
    neighbours({ site: ['6/5', '4/4', '2/2'] }, { sites: ['4/4', '2/2'] }),
    'nothingOutside',
  ],
  [
    'every site, on one provider’s network',
    contact(bothPoor),
    neighbours(
      { site: ['6/5', '4/4', '8/6'], provider: ['14/11', '12/10', '0/0'] },
      { sites: ['4/4', '5/4', '3/2'], providers: ['12/10'] },
    ),
    'oneProviderForAll',
  ],
  ['nothing measured, low score', contact(undefined, { agentScore: 2 }), siteFine, 'notMeasured'],
  [
    'nothing measured, the customer’s score low',
    contact(heard(unmeasured, unmeasured), { customerScore: 2 }),
    siteFine,
    'notMeasured',
  ],
  [
    'nothing measured, broken off',
    contact(undefined, { disconnectIssue: 'AGENT_CONNECTIVITY_ISSUE' }),
    siteFine,
    'notMeasured',
  ],
  ['busy', contact(failed('userBusy')), siteFine, 'untellingFailure'],
  ['a description that cannot be read', contact(failed('invalidRemoteSDP')), siteDown, 'untellingFailure'],
  [
    'one direction measured, the customer’s score low',
    contact(heard(good, unmeasured), { customerScore: 2 }),
    siteFine,
    'halfMeasured',
  ],
  [
    'no level of sound was measured',
    contact(heard(good, { rating: 'good', reasons: [], seconds: 60 }), { customerScore: 2 }),
    nobody,
    'soundUnknown',
  ],
  [
    'ten silent seconds are no silence',
    contact(heard(good, direction('good', { seconds: 10, silentSeconds: 10 })), { agentScore: 2 }),
    siteFine,
    'soundUnknown',
  ],
  [
    'an agent who listens two thirds of the time',
    contact(heard(good, direction('good', { silentSeconds: 40 })), { agentScore: 2 }),
    siteFine,
    'contradicting',
  ],
  ['both are silent', contact(heard(silent, silent), { agentScore: 2 }), siteFine, 'contradicting'],
  [
    'Connect scores both low, and the browser measured nothing bad',
    contact(clean, { agentScore: 2.2, customerScore: 2.1 }),
    siteFine,
    'contradicting',
  ],
  [
    'Connect names the agent’s device and scores the customer low',
    contact(clean, { customerScore: 1.8, disconnectIssue: 'AGENT_DEVICE_ISSUE' }),
    siteFine,
    'contradicting',
  ],
  [
    'Connect names the customer, and the microphone was silent',
    contact(heard(good, silent), { disconnectIssue: 'CUSTOMER_CONNECTIVITY_ISSUE' }),
    siteFine,
    'contradicting',
  ],
  [
    'an issue that nobody has heard of',
    contact(clean, { disconnectIssue: 'SOMETHING_NEW' }),
    siteFine,
    'nothingShows',
  ],
];

test.each(rows)('unclear: %s', (_, evidence, around, rule) => {
  expect(judgeContact(evidence, around, defaultVerdictLimits)).toMatchObject({ fault: 'unclear', rule });
});
