import { soundedFine, soundedPoor } from './contact-conditions.ts';
import type { Condition, Measure } from './measure.ts';

/** One figure of contacts that sounded poor, and of those that did not. */
export type CostMeasures = { readonly poor: Measure; readonly fine: Measure };

const groups = {
  poor: { suffix: 'Poor', name: 'poor', of: soundedPoor, restsOn: 'contacts that sounded poor' },
  fine: { suffix: 'Fine', name: 'others', of: soundedFine, restsOn: 'contacts that did not sound poor' },
} as const;

const andMeans =
  'Poor: by our figures or by Amazon Connect’s own score, or its set-up failed. Contacts that nobody measured are in neither group.';

type Cost = { readonly id: string; readonly name: string; readonly means: string };

function bothOf(cost: Cost, how: (of: Condition) => Pick<Measure, 'formula' | 'unit'>): CostMeasures {
  const one = ({ suffix, name, of, restsOn }: (typeof groups)['poor' | 'fine']): Measure => ({
    ...how(of),
    id: `${cost.id}${suffix}`,
    name: `${cost.name}, ${name}`,
    means: `${cost.means} ${andMeans}`,
    index: 'connect-contacts',
    better: 'neither',
    restsOn,
    minimumCount: 20,
  });
  return { poor: one(groups.poor), fine: one(groups.fine) };
}

const seconds = (field: string, cost: Cost) =>
  bothOf(cost, (of) => ({ formula: { kind: 'average', field, of }, unit: 'seconds' }));
const share = (part: Condition, cost: Cost) =>
  bothOf(cost, (of) => ({
    formula: { kind: 'share', part: { allOf: [of, part] }, whole: of },
    unit: 'percent',
  }));

export const talkTime = seconds('talkSeconds', {
  id: 'talkTime',
  name: 'Talk',
  means: 'How long agent and customer talked, without the time on hold; the average over contacts.',
});
export const holdTime = seconds('holdSeconds', {
  id: 'holdTime',
  name: 'On hold',
  means: 'How long the customer was on hold; the average over contacts, those without a hold among them.',
});
export const afterContactWork = seconds('afterContactWorkSeconds', {
  id: 'afterContactWork',
  name: 'After-contact work',
  means: 'How long the agent worked on it afterwards; the average over contacts.',
});
export const transfers = share(
  { anyOf: [{ field: 'transfer.nextContactId' }, { field: 'transfer.completedAt' }] },
  {
    id: 'transfers',
    name: 'Transferred',
    means: 'Contacts that went on to somebody else, in percent.',
  },
);
const customerHungUp = share(
  { field: 'disconnectReason', is: ['CUSTOMER_DISCONNECT'] },
  {
    id: 'customerHungUp',
    name: 'Customer hung up',
    means: 'Contacts that the customer ended, in percent.',
  },
);
const disconnectIssues = share(
  { field: 'potentialDisconnectIssue' },
  {
    id: 'disconnectIssues',
    name: 'May have broken off',
    means:
      'Contacts that Amazon Connect suspects to have been broken off by a device or a connection, in percent.',
  },
);

/** What poor contacts cost, in the order in which it happens. */
export const costs: readonly CostMeasures[] = [
  talkTime,
  holdTime,
  afterContactWork,
  transfers,
  customerHungUp,
  disconnectIssues,
];
