import {
  contacts,
  faultMeasures,
  notJudged,
  poorContactCount,
  poorContacts,
  unclear,
} from '../../measures/verdicts.ts';
import type { Panel } from '../../panels/panel.ts';

const section = 'Whose fault';

const shares = faultMeasures.map(({ share }) => share);
const nobodyKnows = [unclear, notJudged];

/** Whose fault poor contacts are. */
export const verdictPanels: readonly Panel[] = [
  {
    id: 'figures',
    section,
    title: 'Contacts in this period',
    means: 'Every figure beside the same one of the period before.',
    kind: 'figures',
    measures: [contacts, poorContacts],
  },
  {
    id: 'faults',
    section,
    title: 'Whose fault poor contacts are',
    means: 'By documented rules, each with its evidence: see a contact’s own page.',
    kind: 'figures',
    measures: [poorContactCount, ...faultMeasures.flatMap(({ count, share }) => [count, share])],
  },
  {
    id: 'unknown',
    section,
    title: 'Where nobody can tell',
    means:
      'Poor contacts without a verdict that lays the fault somewhere: neither a fault nor anything good.',
    kind: 'figures',
    measures: nobodyKnows.flatMap(({ count, share }) => [count, share]),
  },
  {
    id: 'faults-over-time',
    section,
    title: 'Verdicts over time',
    means: 'Poor contacts by whose fault they are.',
    kind: 'overTime',
    measures: faultMeasures.map(({ count }) => count),
  },
  {
    id: 'shares-over-time',
    section,
    title: 'Share of verdicts over time',
    means: 'In percent of the poor contacts; what is missing to 100 % nobody can tell.',
    kind: 'overTime',
    measures: shares,
  },
  {
    id: 'unknown-over-time',
    section,
    title: 'Unclear and not judged over time',
    means: 'Poor contacts of which nobody can tell whose fault they are.',
    kind: 'overTime',
    measures: nobodyKnows.map(({ share }) => share),
  },
  {
    id: 'poor-week',
    section,
    title: 'Poor contacts by weekday and hour',
    means: 'When in the week contacts are poor, in the hours of your time zone.',
    kind: 'heatMap',
    measure: poorContacts,
  },
  {
    id: 'groups',
    section,
    title: 'Verdicts by group',
    means: 'Which queue, site, team or agent has which faults; those with the most poor contacts are listed.',
    kind: 'breakdown',
    by: 'chosen',
    measures: [poorContactCount, ...shares, ...nobodyKnows.map(({ share }) => share)],
    orderBy: poorContactCount,
  },
];
