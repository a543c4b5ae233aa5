import { type Fault, KnownError } from '../errors.ts';
import { clockSkewMillis } from './clock-skew.ts';

/** A time in a message: where it stands, and what it says. */
export type NamedTime = { readonly path: string; readonly at: string };

const secondMillis = 1000;
const hourMillis = 3600 * secondMillis;
const dayMillis = 24 * hourMillis;
/** A clock that is not corrected may be 30 s wrong, and a slow answer adds to that. */
const futureToleranceMillis = 60 * secondMillis;
/**
 * The date of an index is the page's own, uncorrected: it must not be far off, or anybody could have indices made
 * for any day they like. A clock that is a day wrong cannot even make a TLS connection.
 */
const wrongestClockMillis = dayMillis;
/** A page that is opened in the middle of a call gets figures from before it saw the contact. */
const beforeCallMillis = 120 * secondMillis;
/** Amazon Connect ends a voice contact after a day at the latest. */
const longestCallMillis = dayMillis;
/** A page shows the last call until there is another: over days off, hardly over a holiday. */
const longestShownMillis = 14 * dayMillis;

/**
 * Checks that a message speaks of the time that is kept.
 *
 * @param message the times in it, of which none may be in the future or older than the retention, and when the page
 *   sent it
 * @throws KnownError `invalid` with the path of every implausible time
 */
export function checkTimes(
  message: { readonly sentAt: string; readonly times: readonly NamedTime[] },
  receivedAt: Date,
  retentionDays: number,
): void {
  const skew = clockSkewMillis(message.sentAt, receivedAt);
  const arrived = receivedAt.getTime();
  const oldest = arrived - retentionDays * dayMillis;
  const faultOf = (at: number): string | undefined => {
    if (at > arrived + wrongestClockMillis) return 'is more than a day in the future by the page’s clock';
    if (at + skew > arrived + futureToleranceMillis) return 'is in the future';
    if (at < oldest || at + skew < oldest) return `is older than the ${retentionDays} days that are kept`;
    return undefined;
  };
  refuse(message.times.map(({ path, at }) => ({ path, message: faultOf(Date.parse(at)) })));
}

/**
 * Checks that what is said to have happened in a call did not happen long before or after it.
 *
 * @throws KnownError `invalid` with the path of every implausible time
 */
export function checkWithinCall(callStartedAt: string, times: readonly NamedTime[]): void {
  refuseFarFrom(callStartedAt, times, longestCallMillis, 'a day');
}

/**
 * Checks that what an agent says of a call is not said before it, nor weeks after it.
 *
 * @throws KnownError `invalid` with the path of every implausible time
 */
export function checkSaidOfCall(callStartedAt: string, times: readonly NamedTime[]): void {
  refuseFarFrom(callStartedAt, times, longestShownMillis, 'two weeks');
}

function refuseFarFrom(
  callStartedAt: string,
  times: readonly NamedTime[],
  longestMillis: number,
  longest: string,
): void {
  const start = Date.parse(callStartedAt);
  const faultOf = (at: number): string | undefined => {
    if (at < start - beforeCallMillis) return 'is before the call’s startedAt';
    if (at > start + longestMillis) return `is more than ${longest} after the call’s startedAt`;
    return undefined;
  };
  refuse(times.map(({ path, at }) => ({ path, message: faultOf(Date.parse(at)) })));
}

function refuse(checked: readonly { path: string; message: string | undefined }[]): void {
  const faults = checked.filter((one): one is Fault => one.message !== undefined).slice(0, 20);
  if (faults.length > 0)
    throw new KnownError('invalid', 'The message’s times are not plausible.', { faults });
}
