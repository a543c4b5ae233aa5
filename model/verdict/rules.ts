import type { FactName } from './facts.ts';
import type { Fault } from './verdict.ts';

/** A fact, and how it must be found: null is that it cannot be told. */
export type Condition = readonly [FactName, boolean | null];

export type Rule = {
  readonly name: string;
  readonly fault: Fault;
  /** All must be so. */
  readonly conditions: readonly Condition[];
  /** What a manager reads. */
  readonly says: string;
};

/** Nothing but the customer's side is left: what we and Amazon Connect measured of the agent's is well. */
const nothingOfAgents: readonly Condition[] = [
  ['legsClean', true],
  ['fromAgentSilent', false],
  ['agentScoreLow', false],
  ['agentConnectionNamed', false],
  ['agentDeviceNamed', false],
];

/**
 * The rules by which a poor contact is judged: the first whose conditions are all met, which names the fault. A condition
 * that cannot be told is not met, so that missing evidence never accuses anybody. No two rules of different faults can
 * be met by the same evidence (judge-contact.test.ts), so their order only chooses the name.
 */
export const faultRules: readonly Rule[] = [
  {
    name: 'microphone',
    fault: 'agent',
    conditions: [['microphoneFailed', true]],
    says: 'The agent’s browser got no microphone: it was not plugged in, in use by another program, or not permitted.',
  },
  {
    name: 'silentMicrophone',
    fault: 'agent',
    conditions: [
      ['legsClean', true],
      ['fromAgentSilent', true],
      ['toAgentSilent', false],
      ['customerScoreLow', false],
      ['customerNamed', false],
      ['agentConnectionNamed', false],
    ],
    says: 'The agent’s microphone gave no sound, though the agent was neither muted nor on hold, and the connection was good.',
  },
  {
    name: 'deviceNamed',
    fault: 'agent',
    conditions: [
      ['legsClean', true],
      ['agentDeviceNamed', true],
      ['customerScoreLow', false],
    ],
    says: 'The connection was good, and Amazon Connect says that the customer could not hear the agent because of the agent’s device.',
  },
  {
    name: 'onlyFromAgent',
    fault: 'agent',
    conditions: [
      ['onlyFromAgent', true],
      ['othersMostlyFine', true],
      ['nobodyElseAtOnce', true],
    ],
    says: 'Only what the agent said was lost or came irregularly, what the agent heard was well, and others at the same place were mostly fine.',
  },
  {
    name: 'othersFine',
    fault: 'agent',
    conditions: [
      ['legTrouble', true],
      ['othersFine', true],
      ['nobodyElseAtOnce', true],
    ],
    says: 'The agent’s connection was bad while others at the same place were fine.',
  },
  severalOf('Network', 'of the same network'),
  severalOf('Site', 'of the same site'),
  severalOf('Provider', 'on the same provider’s network'),
  {
    name: 'everySite',
    fault: 'organisation',
    conditions: [
      ['legTrouble', true],
      ['severalAtOnce', true],
      ['everySite', true],
      ['fineOutsideOfOne', false],
      ['withinOneProvider', false],
    ],
    says: 'Several agents of every site had bad connections in the same minutes: it is what all sites share, the organisation’s own network or the region.',
  },
  {
    name: 'everyProvider',
    fault: 'organisation',
    conditions: [
      ['legTrouble', true],
      ['noSites', true],
      ['severalAtOnce', true],
      ['everyProvider', true],
      ['fineOutsideOfOne', false],
      ['withinOneProvider', false],
    ],
    says: 'Several agents on every provider’s network had bad connections in the same minutes: it is what they all share.',
  },
  {
    name: 'customerScore',
    fault: 'telephonyOrCustomer',
    conditions: [...nothingOfAgents, ['customerScoreLow', true]],
    says: 'The agent’s connection was good in both directions, and Amazon Connect scored the customer’s low.',
  },
  {
    name: 'customerSilent',
    fault: 'telephonyOrCustomer',
    conditions: [...nothingOfAgents, ['toAgentSilent', true]],
    says: 'The agent’s connection was good in both directions, and nothing could be heard of the customer.',
  },
  {
    name: 'customerNamed',
    fault: 'telephonyOrCustomer',
    conditions: [...nothingOfAgents, ['customerNamed', true]],
    says: 'The agent’s connection was good in both directions, and Amazon Connect says that the customer’s broke off.',
  },
];

/** Why nothing can be said: the first that is met, and the last one always is. */
export const unclearRules: readonly Rule[] = [
  unclear(
    'notMeasured',
    [['legKnown', false]],
    'Nothing was measured of this call in the agent’s browser, so nobody can say where it was bad.',
  ),
  unclear(
    'untellingFailure',
    [['failureUntelling', true]],
    'The call could not be set up, for a reason that may lie on either side.',
  ),
  unclear(
    'placeUnknown',
    [
      ['legTrouble', true],
      ['placeKnown', false],
    ],
    'The agent’s connection was bad, but it is not known where the agent was: there is nobody to compare with.',
  ),
  unclear(
    'nothingOutside',
    [
      ['legTrouble', true],
      ['severalAtOnce', true],
      ['outsideKnown', false],
    ],
    'Several agents of the same place had it at once, so it is not this agent’s own; but too few others called elsewhere in these minutes to tell a fault of the place from one of everybody.',
  ),
  unclear(
    'oneProviderForAll',
    [
      ['legTrouble', true],
      ['everySite', true],
      ['withinOneProvider', true],
    ],
    'Every site had it at once, but all are on one provider’s network: it may be the provider’s fault or the organisation’s.',
  ),
  unclear(
    'tooFewOthers',
    [
      ['legTrouble', true],
      ['othersKnown', false],
    ],
    'The agent’s connection was bad, but too few others at the same place had calls to compare with.',
  ),
  unclear(
    'mixed',
    [['legTrouble', true]],
    'The agent’s connection was bad, and others fared neither well nor badly enough to say whose fault it was.',
  ),
  unclear(
    'halfMeasured',
    [['legsClean', null]],
    'Of one direction too little was measured, and the other was good.',
  ),
  unclear(
    'soundUnknown',
    [
      ['legsClean', true],
      ['fromAgentSilent', null],
    ],
    'The agent’s connection was good, but for too short a time, or without a level of sound, to tell whether the agent could be heard.',
  ),
  unclear(
    'contradicting',
    [
      ['legsClean', true],
      ['anySign', true],
    ],
    'The agent’s connection was good by what the browser measured, and the other signs do not fit together.',
  ),
  unclear('nothingShows', [], 'What was measured shows no cause on either side.'),
];

function severalOf(scope: 'Network' | 'Site' | 'Provider', whose: string): Rule {
  return {
    name: `severalOf${scope}`,
    fault: 'siteOrIsp',
    conditions: [
      ['legTrouble', true],
      [`severalOf${scope}`, true],
      [`fineOutside${scope}`, true],
    ],
    says: `Several agents ${whose} had bad connections in the same minutes, while agents elsewhere were fine.`,
  };
}

function unclear(name: string, conditions: readonly Condition[], says: string): Rule {
  return { name, fault: 'unclear', conditions, says };
}
