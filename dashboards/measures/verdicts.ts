import type { Fault } from '../../model/verdict/verdict.ts';
import { isPoorContact, soundedFine } from './contact-conditions.ts';
import type { Condition, Measure } from './measure.ts';

export const contacts: Measure = {
  id: 'contacts',
  name: 'Contacts',
  means: 'Contacts of which Amazon Connect has sent the record; of those that were transferred, each leg.',
  index: 'connect-contacts',
  formula: { kind: 'count' },
  unit: 'count',
  better: 'neither',
  restsOn: 'contacts',
  minimumCount: 0,
};

export const poorContacts: Measure = {
  id: 'poorContacts',
  name: 'Poor contacts',
  means:
    'Contacts that sounded poor by our figures or by Amazon Connect’s own score, whose set-up failed, or that Amazon Connect suspects to have broken off, in percent of those of which anything is known. Contacts that nobody measured are left out, never counted as good.',
  index: 'connect-contacts',
  formula: { kind: 'share', part: isPoorContact, whole: { anyOf: [isPoorContact, soundedFine] } },
  unit: 'percent',
  better: 'lower',
  restsOn: 'measured contacts',
  minimumCount: 20,
};

/** Of poor contacts: their verdicts, and those of which nobody can tell, add up to all of them. */
const ofPoorContacts = {
  index: 'connect-contacts',
  among: [isPoorContact],
  restsOn: 'poor contacts',
  better: 'neither',
} as const;

export const poorContactCount: Measure = {
  ...ofPoorContacts,
  id: 'poorContactCount',
  name: 'Poor contacts',
  means:
    'Contacts that sounded poor by our figures or by Amazon Connect’s own score, whose set-up failed, or that Amazon Connect suspects to have broken off.',
  formula: { kind: 'count' },
  unit: 'count',
  minimumCount: 0,
};

/** How many of the poor contacts, and which share of them. */
export type VerdictMeasures = { readonly count: Measure; readonly share: Measure };

function verdictMeasures(id: string, name: string, means: string, of: Condition): VerdictMeasures {
  return {
    count: {
      ...ofPoorContacts,
      id: `${id}Count`,
      name,
      means,
      formula: { kind: 'count', of },
      unit: 'count',
      minimumCount: 0,
    },
    share: {
      ...ofPoorContacts,
      id: `${id}Share`,
      name: `${name}, share`,
      means: `${means} In percent of the poor contacts, those among them of which nobody can tell.`,
      formula: { kind: 'share', part: of, whole: isPoorContact },
      unit: 'percent',
      minimumCount: 20,
    },
  };
}

const ofFault = (fault: Fault, name: string, means: string) =>
  verdictMeasures(`${fault}Fault`, name, means, { field: 'verdict.fault', is: [fault] });

/** The verdicts that lay the fault somewhere. */
export const faultMeasures: readonly VerdictMeasures[] = [
  ofFault('agent', 'Agent’s side', 'The fault lies with the agent’s device or last mile.'),
  ofFault(
    'siteOrIsp',
    'Site or provider',
    'Several agents of a site or a provider had it in the same minutes.',
  ),
  ofFault(
    'organisation',
    'All sites',
    'All sites had it in the same minutes: the organisation or the region.',
  ),
  ofFault(
    'telephonyOrCustomer',
    'Telephony or customer',
    'Our legs were clean: the fault lies in telephony or on the customer’s side.',
  ),
];

/** No fault, and nothing good either. */
export const unclear = ofFault(
  'unclear',
  'Unclear',
  'There is too little evidence to say whose fault it was. Neither a fault nor anything good.',
);
export const notJudged = verdictMeasures(
  'notJudged',
  'Not judged',
  'Nobody has judged the contact yet, or its evidence is not there. Neither a fault nor anything good.',
  { allOf: [isPoorContact, { not: { field: 'verdict.fault' } }] },
);
