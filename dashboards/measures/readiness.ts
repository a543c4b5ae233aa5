import { type ReadinessKind, readinessKinds } from '../../model/messages/readiness-kinds.ts';
import { readinessNames } from '../readiness-names.ts';
import type { Measure } from './measure.ts';

/** Each trouble once, when it began: that it is over is stored beside it. */
const ofTroubles = {
  index: 'softphone-readiness',
  among: [{ field: 'present', is: [true] }],
  unit: 'count',
  better: 'neither',
  restsOn: 'troubles',
  minimumCount: 0,
} as const;

export const troubles: Measure = {
  ...ofTroubles,
  id: 'troubles',
  name: 'Troubles between calls',
  means: 'How often something kept a signed-in agent from taking the next call well.',
  formula: { kind: 'count' },
};

/** How often each of them began. */
export const troublesByKind: readonly Measure[] = readinessKinds.map(measureOf);

function measureOf(kind: ReadinessKind): Measure {
  const name = readinessNames[kind];
  return {
    ...ofTroubles,
    id: `trouble${kind.charAt(0).toUpperCase()}${kind.slice(1)}`,
    name,
    means: `How often, between calls: ${name.toLowerCase()}.`,
    formula: { kind: 'count', of: { field: 'trouble', is: [kind] } },
  };
}
