import { type Finding, found, passed } from './finding.ts';
import { preflightLimits } from './limits.ts';

/** Date has whole seconds (RFC 9110 §5.6.7): on average half of one has passed. */
const halfSecond = 500;

/** Compares this computer's clock with that of the site that the page came from. */
export async function checkClock(signal: AbortSignal): Promise<Finding> {
  const began = Date.now();
  const answer = await fetch('settings.json', { method: 'HEAD', cache: 'no-store', signal });
  return judgeClock(serverTime(answer.headers), (began + Date.now()) / 2);
}

/** What time it was at the server: when the answer was made, and since when it has lain in a cache (RFC 9111 §5.1). */
export function serverTime(headers: Pick<Headers, 'get'>): number | undefined {
  const date = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(date)) return undefined;
  const ageSeconds = Number(headers.get('age') ?? 0);
  return date + halfSecond + (ageSeconds > 0 ? ageSeconds * 1000 : 0);
}

/** Both in epoch milliseconds. The value is positive where this computer's clock is behind. */
export function judgeClock(atServer: number | undefined, here: number): Finding {
  if (atServer === undefined) return found('skipped', 'unsupported');
  const skew = Math.round(atServer - here);
  if (Math.abs(skew) <= preflightLimits.clockSkewMillis) return passed(skew);
  return found('limited', skew > 0 ? 'late' : 'early', skew);
}
