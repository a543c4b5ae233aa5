import { type WarningKind, warningKinds } from '../../model/warnings/warning-kinds.ts';
import { warningNames } from '../warning-names.ts';
import type { Condition, Measure } from './measure.ts';

/** Whatever became of a warning, it was shown first. */
const isWarned: Condition = { field: 'warnings.kind' };

const ofCalls = {
  index: 'softphone-calls',
  better: 'neither',
  restsOn: 'calls',
  minimumCount: 0,
} as const;

export const warnedCalls: Measure = {
  ...ofCalls,
  id: 'warnedCalls',
  name: 'Calls with a warning',
  means: 'Calls during which the agents’ page warned of something.',
  formula: { kind: 'count', of: isWarned },
  unit: 'count',
};

export const dismissedCalls: Measure = {
  ...ofCalls,
  id: 'dismissedCalls',
  name: 'Calls with one dismissed',
  means: 'Calls during which the agent dismissed a warning: it was read.',
  formula: { kind: 'count', of: { field: 'dismissedWarnings' } },
  unit: 'count',
};

/** How many calls with a warning were poor by the figures of the whole call, too. */
export const warnedPoor: Measure = {
  ...ofCalls,
  id: 'warnedPoor',
  name: 'Of these poor',
  means:
    'Calls with a warning that were measured to be poor as a whole, in percent of those that could be judged.',
  formula: {
    kind: 'share',
    part: { allOf: [isWarned, { field: 'rating', is: ['poor'] }] },
    whole: { allOf: [isWarned, { field: 'rating', is: ['poor', 'fair', 'good'] }] },
  },
  unit: 'percent',
  restsOn: 'calls with a warning that could be judged',
  minimumCount: 20,
};

/** In how many calls each warning was shown; a call may have several. */
export const warningsShown: readonly Measure[] = warningKinds.map((kind) =>
  measureOf(kind, 'warned', 'warnings.kind', 'the agent was warned'),
);

/** In how many calls each was dismissed by the agent. */
export const warningsDismissed: readonly Measure[] = warningKinds.map((kind) =>
  measureOf(kind, 'dismissed', 'dismissedWarnings', 'the agent dismissed the warning'),
);

function measureOf(kind: WarningKind, id: string, field: string, what: string): Measure {
  const name = warningNames[kind];
  return {
    ...ofCalls,
    id: `${id}${kind.charAt(0).toUpperCase()}${kind.slice(1)}`,
    name,
    means: `Calls during which ${what}: ${name.toLowerCase()}. A call may have several warnings.`,
    formula: { kind: 'count', of: { field, is: [kind] } },
    unit: 'count',
  };
}
