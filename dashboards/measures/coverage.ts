import type { Measure } from './measure.ts';

/** From a target that is ours, from no standard: with one contact in twenty unseen a fault of a site still shows. */
export const coverageTargetPercent = 95;
/** A fifth unseen may be a whole team that works outside of the monitored page. */
const coverageFloorPercent = 80;

/** Somebody was talked to. */
const ofAnswered = {
  index: 'connect-contacts',
  among: [
    { field: 'channel', is: ['VOICE'] },
    { anyOf: [{ field: 'connectedToAgentAt' }, { field: 'agent' }] },
  ],
  restsOn: 'answered voice contacts',
  better: 'neither',
} as const;

const isExpected = { field: 'expectsStatistics', is: [true] } as const;
const counted = { unit: 'count', minimumCount: 0 } as const;

export const answeredContacts: Measure = {
  ...ofAnswered,
  ...counted,
  id: 'answeredContacts',
  name: 'Answered voice contacts',
  means: 'Voice contacts that an agent took.',
  formula: { kind: 'count' },
};

export const expectedContacts: Measure = {
  ...ofAnswered,
  ...counted,
  id: 'expectedContacts',
  name: 'Should have statistics',
  means:
    'Answered voice contacts with at least 10 s of talk in a browser’s softphone. Desk phones stand apart.',
  formula: { kind: 'count', of: isExpected },
};

export const coverage: Measure = {
  ...ofAnswered,
  id: 'coverage',
  name: 'Coverage',
  means:
    'Contacts that have statistics of the softphone, in percent of those that should. One that has none: its agent was outside of the monitored page, or the statistics could not be sent.',
  formula: {
    kind: 'share',
    part: { allOf: [isExpected, { field: 'hasStatistics', is: [true] }] },
    whole: isExpected,
  },
  unit: 'percent',
  better: 'higher',
  restsOn: 'contacts that should have statistics',
  minimumCount: 20,
  limits: () => ({ fair: coverageTargetPercent, poor: coverageFloorPercent }),
};

export const uncoveredContacts: Measure = {
  ...ofAnswered,
  ...counted,
  id: 'uncoveredContacts',
  name: 'Without statistics',
  means: 'Contacts that should have statistics of the softphone, and have none.',
  formula: { kind: 'count', of: { allOf: [isExpected, { field: 'hasStatistics', is: [false] }] } },
};

export const deskPhoneContacts: Measure = {
  ...ofAnswered,
  ...counted,
  id: 'deskPhoneContacts',
  name: 'On desk phones',
  means:
    'Answered on a desk phone, of which no page can measure anything. They do not count for the coverage.',
  formula: {
    kind: 'count',
    of: { allOf: [{ field: 'agentPhoneType', is: ['DESK_PHONE'] }, { not: isExpected }] },
  },
};

export const shortTalks: Measure = {
  ...ofAnswered,
  ...counted,
  id: 'shortTalks',
  name: 'Under 10 s of talk',
  means: 'Too short for statistics to be expected. They do not count for the coverage.',
  formula: { kind: 'count', of: { field: 'talkSeconds', below: 10 } },
};
