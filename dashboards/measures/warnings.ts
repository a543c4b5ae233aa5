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

/** In how many calls each warning was shown; a call may have several. */
export const warningsShown: readonly Measure[] = warningKinds.map(measureOf);

function measureOf(kind: WarningKind): Measure {
  const name = warningNames[kind];
  return {
    ...ofCalls,
    id: `warned${kind.charAt(0).toUpperCase()}${kind.slice(1)}`,
    name,
    means: `Calls during which the agent was warned: ${name.toLowerCase()}. A call may have several warnings.`,
    formula: { kind: 'count', of: { field: 'warnings.kind', is: [kind] } },
    unit: 'count',
  };
}
