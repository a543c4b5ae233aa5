import type { Measure } from './measure.ts';

const classified = { field: 'rating', is: ['good', 'fair', 'poor'] } as const;

export const calls: Measure = {
  id: 'calls',
  name: 'Calls',
  means: 'Calls that rang at an agent. A contact that rang at two agents counts twice.',
  index: 'softphone-calls',
  formula: { kind: 'count' },
  unit: 'count',
  better: 'neither',
  restsOn: 'calls',
  minimumCount: 0,
};

export const poorCalls: Measure = {
  id: 'poorCalls',
  name: 'Poor calls',
  means:
    'Calls of which at least a tenth of the time sounded poor in either direction, or whose set-up failed, in percent of the calls that could be judged. Calls with too little audio to judge are left out, never counted as good.',
  index: 'softphone-calls',
  formula: { kind: 'share', part: { field: 'rating', is: ['poor'] }, whole: classified },
  unit: 'percent',
  better: 'lower',
  restsOn: 'judged calls',
  minimumCount: 20,
  limits: ({ poorCallsTargetPercent: target }) => ({ fair: target, poor: 2 * target }),
};

export const poorTime: Measure = {
  id: 'poorTime',
  name: 'Poor time',
  means:
    'Time that sounded poor in either direction, in percent of the time that could be judged; both directions count. Long calls weigh more.',
  index: 'softphone-calls',
  formula: {
    kind: 'ratio',
    over: 'seconds.poor',
    under: ['seconds.good', 'seconds.fair', 'seconds.poor'],
    times: 100,
  },
  unit: 'percent',
  better: 'lower',
  restsOn: 'calls',
  minimumCount: 20,
};

/** Calls that were over as soon as they had begun: people who did not hear each other hang up. */
export const shortCalls10 = shortCalls(10);
export const shortCalls30 = shortCalls(30);
export const shortCalls60 = shortCalls(60);

export const unclassifiedCalls: Measure = {
  id: 'unclassifiedCalls',
  name: 'Not judged',
  means:
    'Calls with too little audio, or too few figures, to say whether they were good, in percent of all calls.',
  index: 'softphone-calls',
  formula: {
    kind: 'share',
    part: { field: 'rating', is: ['unclassified'] },
    whole: { field: 'rating' },
  },
  unit: 'percent',
  better: 'lower',
  restsOn: 'calls',
  minimumCount: 20,
};

export const missedCalls: Measure = {
  id: 'missedCalls',
  name: 'Missed calls',
  means: 'Calls that rang and that the agent did not take, in percent of all calls.',
  index: 'softphone-calls',
  formula: { kind: 'share', part: { field: 'missed', is: [true] }, whole: { field: 'missed' } },
  unit: 'percent',
  better: 'lower',
  restsOn: 'calls',
  minimumCount: 20,
};

export const setupFailures: Measure = {
  id: 'setupFailures',
  name: 'Failed set-ups',
  means:
    'Calls whose audio could not be set up, in percent of the calls for which a report arrived. Without a report nobody knows.',
  index: 'softphone-calls',
  formula: {
    kind: 'share',
    part: { field: 'setupFailed', is: [true] },
    whole: { field: 'setupFailed' },
  },
  unit: 'percent',
  better: 'lower',
  restsOn: 'reported calls',
  minimumCount: 20,
  limits: () => ({ fair: 1, poor: 5 }),
};

function shortCalls(seconds: number): Measure {
  return {
    id: `shortCalls${seconds}`,
    name: `Calls under ${seconds} s`,
    means: `Calls with less than ${seconds} seconds of talk, in percent of the calls that were taken and of which the time is known. Who does not hear the other hangs up.`,
    index: 'softphone-calls',
    formula: {
      kind: 'share',
      part: { field: 'talkSeconds', below: seconds },
      whole: { field: 'talkSeconds' },
    },
    unit: 'percent',
    better: 'lower',
    restsOn: 'calls that were taken',
    minimumCount: 20,
  };
}
