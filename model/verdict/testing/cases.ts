import type { ReportFailure } from '../../messages/report-names.ts';
import type { Rating } from '../../quality/rating.ts';
import type {
  DirectionEvidence,
  EvidenceOfContact,
  FailedLeg,
  HeardLeg,
  Neighbourhood,
  Others,
  RecordEvidence,
  Scope,
} from '../evidence.ts';

/**
 * Words in which the cases of the tests are written. A case is worked out by hand from what docs/verdicts.md promises:
 * the evidence, then whose fault it is, then by which rule.
 */
export type Row = readonly [string, EvidenceOfContact, Neighbourhood, fault: string, rule: string];
/** Of those that are unclear: the evidence, then why. */
export type UnclearRow = readonly [string, EvidenceOfContact, Neighbourhood, rule: string];

/** A minute of one direction: `silent` seconds of it without sound. */
export function direction(rating: Rating, more: Partial<DirectionEvidence> = {}): DirectionEvidence {
  const poorPercent = { good: 0, fair: 0, poor: 40, unclassified: undefined }[rating];
  return {
    rating,
    ...(poorPercent === undefined ? {} : { poorPercent }),
    reasons: rating === 'poor' ? ['loss', 'mos'] : [],
    seconds: 60,
    silentSeconds: 20,
    ...more,
  };
}

const good = direction('good');
const poor = direction('poor');
export const unmeasured: DirectionEvidence = { rating: 'unclassified', reasons: [], seconds: 0 };

export const heard = (toAgent: DirectionEvidence, fromAgent: DirectionEvidence): HeardLeg => ({
  kind: 'heard',
  toAgent,
  fromAgent,
});
export const failed = (...failures: ReportFailure[]): FailedLeg => ({ kind: 'failed', failures });

export const bothPoor = heard(poor, poor);
export const onlySaidPoor = heard(good, poor);
export const onlyHeardPoor = heard(poor, good);
export const clean = heard(good, good);

/** What the record of every contact has; more where given. */
export const contact = (leg: EvidenceOfContact['leg'], record: RecordEvidence = {}): EvidenceOfContact => ({
  ...(leg ? { leg } : {}),
  record,
});

/** As `5/1`: five other agents, one of them with a poor call. */
type Share = `${number}/${number}`;

function others(share: Share): Others {
  const [agents = 0, poorOnes = 0] = share.split('/').map(Number);
  return { agents, poor: poorOnes };
}

/** Of each scope the others of the hour, of the minutes, and of the minutes elsewhere. */
export function neighbours(
  of: Partial<Record<Scope, readonly [hour: Share, minutes: Share, elsewhere: Share]>>,
  places: { sites?: readonly Share[]; providers?: readonly Share[] } = {},
): Neighbourhood {
  const known = Object.entries(of).map(([scope, [hour, minutes, elsewhere]]) => [
    scope,
    { name: `this ${scope}`, hour: others(hour), minutes: others(minutes), elsewhere: others(elsewhere) },
  ]);
  return {
    scopes: Object.fromEntries(known),
    sites: (places.sites ?? []).map(others),
    providers: (places.providers ?? []).map(others),
  };
}

export const nobody = neighbours({});
/** Five others of the site were fine, and all elsewhere. */
export const siteFine = neighbours({ site: ['6/0', '4/0', '12/0'] });
/** A third of the others had troubles, too. */
export const siteMixed = neighbours({ site: ['6/2', '3/1', '12/0'] });
/** Most of the site had it at once, and nobody elsewhere. */
export const siteDown = neighbours({ site: ['6/4', '4/4', '12/0'] });
