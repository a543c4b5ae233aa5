import type { Stamps } from '../../model/documents/dimensions.ts';

/** Less than this is the network's delay, or a clock that is fairly right. */
const worthCorrectingMillis = 30_000;

/** How far the page's clock is behind the gateway's, where that is worth correcting; else 0. Milliseconds. */
export function clockSkewMillis(sentAt: string, receivedAt: Date): number {
  const skew = receivedAt.getTime() - Date.parse(sentAt);
  return Math.abs(skew) > worthCorrectingMillis ? skew : 0;
}

/**
 * The stamps of a document that is about the time `at`. An offline backlog is not moved to now: `sentAt` is stamped
 * anew at every attempt, so the difference to the arrival is the clock's error and nothing else.
 */
export function stampsOf(at: string, sentAt: string, receivedAt: Date): Stamps {
  const skew = clockSkewMillis(sentAt, receivedAt);
  return {
    '@timestamp': new Date(Date.parse(at) + skew).toISOString(),
    receivedAt: receivedAt.toISOString(),
    ...(skew === 0 ? {} : { clockSkewMillis: skew }),
  };
}
