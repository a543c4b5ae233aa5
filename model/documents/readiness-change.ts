import type { ReadinessChange } from '../messages/readiness.ts';
import type { ReadinessKind } from '../messages/readiness-kinds.ts';
import type { Dimensions, Stamps } from './dimensions.ts';
import { boolean, date, dimensionsMapping, keyword, type Properties, stampsMapping } from './mapping.ts';

/** That something began, or ceased, to keep a signed-in agent from the next call: `softphone-readiness-*`. */
export type ReadinessDocument = Stamps &
  Dimensions &
  Pick<ReadinessChange, 'present' | 'at'> & {
    /** Its kind. */
    readonly trouble: ReadinessKind;
  };

export const readinessMapping: Properties = {
  ...stampsMapping,
  ...dimensionsMapping,
  trouble: keyword,
  present: boolean,
  at: date,
};

/** Makes the document of a change; pure. */
export function makeReadiness(input: {
  change: ReadinessChange;
  stamps: Stamps;
  dimensions: Dimensions;
}): ReadinessDocument {
  const { kind, present, at } = input.change;
  return { ...input.stamps, ...input.dimensions, trouble: kind, present, at };
}

/** The parts of a change's id. */
export function readinessIdentity(of: {
  instanceId: string;
  clientId: string;
  kind: string;
  present: boolean;
  at: string;
}): readonly string[] {
  return ['readiness', of.instanceId, of.clientId, of.kind, String(of.present), of.at];
}
