import type { Measure } from './measure.ts';

const ofChecks = {
  index: 'softphone-preflights',
  restsOn: 'checks',
  minimumCount: 0,
} as const;

export const checksRun: Measure = {
  ...ofChecks,
  id: 'checksRun',
  name: 'Checks',
  means: 'Checks before the first call: by an agent on the page for it, or by itself at sign-in.',
  formula: { kind: 'count' },
  unit: 'count',
  better: 'neither',
};

export const failedChecks: Measure = {
  ...ofChecks,
  id: 'failedChecks',
  name: 'Failed checks',
  means: 'Checks after which a call would not have worked.',
  formula: { kind: 'count', of: { field: 'outcome', is: ['failed'] } },
  unit: 'count',
  better: 'neither',
};

export const limitedChecks: Measure = {
  ...ofChecks,
  id: 'limitedChecks',
  name: 'Limited checks',
  means: 'Checks after which a call would have worked, but badly or by a detour.',
  formula: { kind: 'count', of: { field: 'outcome', is: ['limited'] } },
  unit: 'count',
  better: 'neither',
};

export const checksFailed: Measure = {
  ...ofChecks,
  id: 'checksFailed',
  name: 'Failed',
  means: 'Checks after which a call would not have worked, in percent.',
  formula: {
    kind: 'share',
    part: { field: 'outcome', is: ['failed'] },
    whole: { field: 'outcome', is: ['failed', 'limited', 'ready'] },
  },
  unit: 'percent',
  better: 'lower',
  minimumCount: 20,
};

export const checksLimited: Measure = {
  ...ofChecks,
  id: 'checksLimited',
  name: 'Limited',
  means: 'Checks after which a call would have worked, but badly or by a detour, in percent.',
  formula: {
    kind: 'share',
    part: { field: 'outcome', is: ['limited'] },
    whole: { field: 'outcome', is: ['failed', 'limited', 'ready'] },
  },
  unit: 'percent',
  better: 'lower',
  minimumCount: 20,
};
