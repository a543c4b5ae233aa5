import { type Dimension, dimensionsOfContacts } from '../../../model/query/dimension.ts';
import { agreementOfAgent, disagrees } from '../../measures/agreement.ts';
import { isRated, isScored } from '../../measures/contact-conditions.ts';
import { afterContactWork, costs, holdTime, talkTime } from '../../measures/costs.ts';
import { answeredContacts, coverage, deskPhoneContacts, uncoveredContacts } from '../../measures/coverage.ts';
import {
  contacts,
  faultMeasures,
  notJudged,
  poorContactCount,
  poorContacts,
  unclear,
} from '../../measures/verdicts.ts';
import { conditionQuery } from '../condition-query.ts';
import { dashboard, type Row } from '../dashboard.ts';
import { markdown } from '../markdown.ts';
import { savedSearch } from '../saved-search.ts';
import { splitOf } from '../split-field.ts';
import { measureTable } from '../tsvb/measure-table.ts';
import { oneFigure } from '../tsvb/one-figure.ts';
import { overTimePanel, splitOverTimePanel } from '../tsvb/over-time.ts';
import { choicesOf } from './choices.ts';

const words = markdown(
  'contacts-words',
  'How to read this',
  `**Whose fault are poor contacts, and how many are measured at all?** A contact is *poor* by our figures, by Amazon
Connect's own score (below 3 of 5), if its set-up failed, or if Connect suspects that it broke off. *Unclear* and *not
judged* are no fault and nothing good: there nobody can tell. *Coverage* is the share of contacts that have statistics
among those that should; desk phones stand apart. A contact without any has no site.`,
);

const choices = choicesOf('contacts', 'connect-contacts', dimensionsOfContacts);

const [faultOfAgent, ...otherFaults] = faultMeasures.map(({ share }) => share);
const nobodyKnows = [unclear.share, notJudged.share] as const;
const faults = [poorContactCount, ...faultMeasures.map(({ share }) => share), ...nobodyKnows] as const;
const covered = [answeredContacts, coverage, uncoveredContacts, deskPhoneContacts] as const;
const { compared, agreement, bothPoor, bothGood, onlyOurs, onlyTheirs } = agreementOfAgent;

const disagreements = savedSearch(
  'disagreements',
  'Contacts on which our figures and Connect’s score disagree',
  { kind: 'connect-contacts', query: conditionQuery([isRated, isScored('agent'), disagrees('agent')]) },
  [
    'agent',
    'contactQueue',
    'contactId',
    'softphone.rating',
    'softphone.mos.avg',
    'nativeQuality.agent.score',
    'nativeQuality.customer.score',
    'verdict.fault',
  ],
);

function faultsBy(dimension: Dimension): Row['panels'][number] {
  const split = splitOf(dimension);
  return [measureTable(`verdicts-by-${split.id}`, `Verdicts by ${split.inTitle}`, faults, split), 24];
}

function coverageBy(dimension: Dimension): Row['panels'][number] {
  const split = splitOf(dimension);
  return [measureTable(`coverage-by-${split.id}`, `Coverage by ${split.inTitle}`, covered, split), 24];
}

const agents = splitOf('agent');
const times = [talkTime, holdTime, afterContactWork].flatMap(({ poor, fine }) => [poor, fine]);
const shares = costs.slice(3).flatMap(({ poor, fine }) => [poor, fine]);
const queues = splitOf('queue');
const rows: readonly Row[] = [
  {
    height: 9,
    panels: [
      [words, 24],
      [choices, 24],
    ],
  },
  { height: 6, panels: [contacts, poorContacts, coverage, agreement].map((its) => [oneFigure(its), 12]) },
  {
    height: 12,
    panels: [
      [
        overTimePanel('verdicts-over-time', 'Whose fault poor contacts are', [
          faultOfAgent ?? unclear.share,
          ...otherFaults,
        ]),
        24,
      ],
      [overTimePanel('unknown-verdicts-over-time', 'Unclear and not judged', nobodyKnows), 24],
    ],
  },
  { height: 13, panels: [faultsBy('queue'), faultsBy('site')] },
  { height: 13, panels: [faultsBy('routingProfile'), faultsBy('agent')] },
  { height: 13, panels: [faultsBy('level1'), faultsBy('level2')] },
  {
    height: 12,
    panels: [
      [overTimePanel('coverage-over-time', 'Coverage', [coverage]), 24],
      [splitOverTimePanel(coverage, splitOf('level2')), 24],
    ],
  },
  { height: 13, panels: [coverageBy('agent'), coverageBy('level2')] },
  {
    height: 13,
    panels: [
      [overTimePanel('agreement-over-time', 'Agreement with Connect’s score', [agreement]), 20],
      [
        measureTable(
          'agreement-by-agent',
          'Our figures beside Connect’s score, by agent',
          [compared, agreement, bothPoor, bothGood, onlyOurs, onlyTheirs],
          agents,
        ),
        28,
      ],
    ],
  },
  { height: 16, panels: [[disagreements, 48]] },
  {
    height: 13,
    panels: [
      [
        measureTable(
          'contact-times-by-queue',
          'Times of poor contacts and of the others',
          [contacts, ...times],
          queues,
        ),
        48,
      ],
    ],
  },
  {
    height: 13,
    panels: [
      [
        measureTable(
          'contact-ends-by-queue',
          'How poor contacts and the others ended',
          [contacts, ...shares],
          queues,
        ),
        28,
      ],
      [
        measureTable(
          'disconnect-reasons',
          'Why contacts ended',
          [contacts, poorContacts],
          splitOf('disconnectReason'),
        ),
        20,
      ],
    ],
  },
];

/** For those who answer for what a contact was like, and for who is asked to mend it. */
export const contactsAndCauses = dashboard({
  id: 'softphone-contacts',
  title: 'Softphone quality: Contacts and causes',
  description:
    'Whose fault poor contacts are, how many are measured, whether Connect’s own score agrees, what poor contacts cost.',
  rows,
});
