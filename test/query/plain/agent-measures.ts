import type { PreflightDocument } from '../../../model/documents/preflight.ts';
import type { ReadinessDocument } from '../../../model/documents/readiness-change.ts';
import { readinessKinds } from '../../../model/messages/readiness-kinds.ts';
import { type Expected, exactly, percentOf } from './expected.ts';

const ofOutcome =
  (wanted: PreflightDocument['outcome']) =>
  (checks: readonly PreflightDocument[]): Expected =>
    percentOf(checks.filter(({ outcome }) => outcome === wanted).length, checks.length);

const countOf =
  (wanted: PreflightDocument['outcome']) =>
  (checks: readonly PreflightDocument[]): Expected =>
    exactly(checks.filter(({ outcome }) => outcome === wanted).length);

/** The measures of checks before the first call. */
export const checkMeasures: Readonly<Record<string, (checks: readonly PreflightDocument[]) => Expected>> = {
  checksRun: (checks) => exactly(checks.length),
  failedChecks: countOf('failed'),
  limitedChecks: countOf('limited'),
  checksFailed: ofOutcome('failed'),
  checksLimited: ofOutcome('limited'),
};

/** Those of what began to keep agents from the next call. */
export const troubleMeasures: Readonly<Record<string, (all: readonly ReadinessDocument[]) => Expected>> = {
  troubles: (all) => exactly(all.length),
  ...Object.fromEntries(
    readinessKinds.map((kind) => [
      `trouble${kind[0]?.toUpperCase()}${kind.slice(1)}`,
      (all: readonly ReadinessDocument[]) => exactly(all.filter(({ trouble }) => trouble === kind).length),
    ]),
  ),
};
