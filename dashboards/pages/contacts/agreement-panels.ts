import type { Buckets } from '../../../model/quality/buckets.ts';
import {
  type AgreementMeasures,
  agreementOfAgent,
  agreementOfCustomer,
  disagrees,
} from '../../measures/agreement.ts';
import { isRated, isScored } from '../../measures/contact-conditions.ts';
import type { Distribution, Panel } from '../../panels/panel.ts';

const section = 'Agreement';

/** Both scales, ours and Amazon Connect's: 3 is where its score is low. */
const scores: Buckets = { least: 1, bounds: [1.5, 2, 2.5, 3, 3.5, 4, 4.5], most: 5 };
const scoreOf = (id: string, name: string, valuesOf: string): Distribution => ({
  id,
  name,
  index: 'connect-contacts',
  among: [isRated, isScored('agent')],
  counts: { valuesOf, buckets: scores },
  unit: 'mos',
  restsOn: 'contacts with both',
});

const all = ({ compared, agreement, bothPoor, bothGood, onlyOurs, onlyTheirs }: AgreementMeasures) => [
  compared,
  agreement,
  bothPoor,
  bothGood,
  onlyOurs,
  onlyTheirs,
];
/** Whether our figures and Amazon Connect's score find the same contacts poor. */
export const agreementPanels: readonly Panel[] = [
  {
    id: 'agreement',
    section,
    title: 'Our figures beside Connect’s score of the agent',
    means: 'Whether both find the same contacts poor.',
    kind: 'figures',
    measures: all(agreementOfAgent),
  },
  {
    id: 'agreement-over-time',
    section,
    title: 'Agreement over time',
    means: 'Contacts that both find poor, or neither, in percent.',
    kind: 'overTime',
    measures: [agreementOfAgent.agreement],
  },
  {
    id: 'scores',
    section,
    title: 'Distribution of the scores',
    means:
      'Our MOS (1 to 4.4) and Connect’s score (1 to 5) of the same contacts. They are made in different ways: what counts is whether they rise and fall together.',
    kind: 'distribution',
    series: [
      scoreOf('contactMos', 'Our MOS', 'softphone.mos.avg'),
      scoreOf('agentScore', 'Connect: agent', 'nativeQuality.agent.score'),
      scoreOf('customerScore', 'Connect: customer', 'nativeQuality.customer.score'),
    ],
  },
  {
    id: 'agreement-groups',
    section,
    title: 'Agreement by group',
    means: 'Where the two differ; those with the most contacts are listed.',
    kind: 'breakdown',
    by: 'chosen',
    measures: all(agreementOfAgent),
    orderBy: agreementOfAgent.compared,
  },
  {
    id: 'disagreements',
    section,
    title: 'Contacts on which they disagree',
    means: 'One finds the contact poor, the other does not. The newest first.',
    kind: 'contacts',
    among: [disagrees('agent')],
  },
  {
    id: 'customer-agreement',
    section,
    title: 'Our figures beside Connect’s score of the customer',
    means:
      'Only customers in an app or on a website have a score. Ours are of the agent’s legs: a difference may be the customer’s side.',
    kind: 'figures',
    measures: all(agreementOfCustomer),
  },
];
