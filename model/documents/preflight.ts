import {
  type CheckOutcome,
  type Preflight,
  type PreflightCheck,
  type PreflightReason,
  preflightChecks,
} from '../messages/preflight.ts';
import type { Dimensions, Stamps } from './dimensions.ts';
import {
  date,
  decimal,
  dimensionsMapping,
  keyword,
  object,
  type Properties,
  stampsMapping,
  stored,
} from './mapping.ts';

/** One run of the check before the first call: `softphone-preflights-*`. */
export type PreflightDocument = Stamps &
  Dimensions &
  Preflight & {
    /** The checks of each outcome that is not good, to be counted. */
    readonly failed?: readonly PreflightCheck[];
    readonly limited?: readonly PreflightCheck[];
    /** Each of them with its reason, as `turnUdp blocked`: what to tell IT hangs on both. */
    readonly notPassed?: readonly string[];
    /** What was measured, in the unit of each check, by its name: to be averaged. */
    readonly values?: Readonly<Partial<Record<PreflightCheck, number>>>;
  };

export const preflightMapping: Properties = {
  ...stampsMapping,
  ...dimensionsMapping,
  startedAt: date,
  trigger: keyword,
  outcome: keyword,
  checks: stored,
  failed: keyword,
  limited: keyword,
  notPassed: keyword,
  values: object(Object.fromEntries(preflightChecks.map((check) => [check, decimal]))),
};

/** Makes the document of a run; pure. */
export function makePreflight(input: {
  preflight: Preflight;
  stamps: Stamps;
  dimensions: Dimensions;
}): PreflightDocument {
  const { preflight, stamps, dimensions } = input;
  const { checks } = preflight;
  const failed = checksOf(preflight, 'failed');
  const limited = checksOf(preflight, 'limited');
  const bad = checks.filter(({ outcome }) => outcome === 'failed' || outcome === 'limited');
  const notPassed = bad.map(({ check, reason }) => faultOf(check, reason));
  const values = checks.flatMap(({ check, value }) => (value === undefined ? [] : [[check, value] as const]));
  return {
    ...stamps,
    ...dimensions,
    ...preflight,
    ...(failed.length > 0 ? { failed } : {}),
    ...(limited.length > 0 ? { limited } : {}),
    ...(notPassed.length > 0 ? { notPassed } : {}),
    ...(values.length > 0 ? { values: Object.fromEntries(values) } : {}),
  };
}

/** A check and why it did not pass, in one word for each; the check alone where no reason was given. */
function faultOf(check: PreflightCheck, reason: PreflightReason | undefined): string {
  return reason === undefined ? check : `${check} ${reason}`;
}

function checksOf({ checks }: Preflight, wanted: CheckOutcome): PreflightCheck[] {
  return checks.filter(({ outcome }) => outcome === wanted).map(({ check }) => check);
}

/** The parts of a run's id: a page load runs one check at a time. */
export function preflightIdentity(of: {
  instanceId: string;
  clientId: string;
  startedAt: string;
}): readonly string[] {
  return ['preflight', of.instanceId, of.clientId, of.startedAt];
}
