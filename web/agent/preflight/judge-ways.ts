import type { PreflightReason } from '../../../model/messages/preflight.ts';
import { type Checked, type Finding, found, passed } from './finding.ts';
import type { Gathered } from './gather.ts';
import { type Way, type WayServers, ways } from './ways.ts';

export type Tried = Pick<WayServers, 'hasCredentials' | 'places'> & { readonly gathered: Gathered };
type Context = {
  /** Something else on the network has answered: then silence is a firewall's. */
  readonly isOnline: boolean;
  readonly highRoundTripMillis: number;
};

/** Whom a server refuses so is not who they say (RFC 8489 §9.2, RFC 8656 §18.14). */
const wrongCredentials: ReadonlySet<number> = new Set([401, 431, 441]);
/** What is not the servers' own error, but the browser's: none was reached (WebRTC, W3C, `icecandidateerror`). */
const firstOfBrowser = 700;

/** What each way came to, beside the others: a way that is blocked is a detour where another is open. */
export function judgeWays(tried: Partial<Record<Way, Tried>>, context: Context): Checked[] {
  const answered = Object.values(tried).some(({ gathered }) => hasAnswered(gathered));
  const isOnline = context.isOnline || answered;
  const findings = ways.map((check): Checked => {
    const its = tried[check];
    if (!its) return { check, ...found('skipped', 'notConfigured') };
    return { check, ...judgeWay(its, { ...context, isOnline }), places: its.places };
  });
  return findings.map((finding) => besideOthers(finding, findings));
}

function judgeWay({ gathered, hasCredentials }: Tried, context: Context): Finding {
  const { isOpen, roundTripMillis, errorCodes } = gathered;
  if (isOpen) return judgeOpen(roundTripMillis, context.highRoundTripMillis);
  const own = errorCodes.find((code) => code < firstOfBrowser);
  if (own === undefined) return found('failed', whySilent(gathered, context.isOnline));
  // Asked with nobody's credentials, a refusal is all that there is to hear: the way is open.
  if (!hasCredentials) return passed();
  return found(
    'failed',
    errorCodes.some((code) => wrongCredentials.has(code)) ? 'wrongCredentials' : 'refused',
  );
}

function judgeOpen(roundTripMillis: number | undefined, limit: number): Finding {
  if (roundTripMillis === undefined || roundTripMillis <= limit) return passed(roundTripMillis);
  return found('limited', 'highRoundTrip', roundTripMillis);
}

function whySilent({ isUnknownHost, isComplete }: Gathered, isOnline: boolean): PreflightReason {
  if (isUnknownHost) return 'unreachable';
  return isOnline || isComplete ? 'blocked' : 'timedOut';
}

function hasAnswered({ isOpen, errorCodes }: Gathered): boolean {
  return isOpen || errorCodes.some((code) => code < firstOfBrowser);
}

/**
 * UDP is how calls go. Where it fails and TCP or TLS is open, calls take that detour, and sound worse when packets are lost;
 * where UDP is open, whether there is a detour too says nothing about calls.
 */
function besideOthers(finding: Checked, all: readonly Checked[]): Checked {
  if (finding.outcome !== 'failed') return finding;
  const open = all.filter(({ outcome }) => outcome === 'passed' || outcome === 'limited');
  if (open.length === 0) return finding;
  return { ...finding, outcome: finding.check === 'turnUdp' ? 'limited' : 'skipped' };
}
