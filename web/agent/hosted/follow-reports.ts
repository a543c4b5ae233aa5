import type { Totals } from './totals.ts';

/** The far side reports every 2.5 to 7.5 s (RTCP, libwebrtc), and some of the reports get lost. */
const longestMillis = 20_000;
/** A far side that reports more seldom is given so many times its own longest pause… */
const pauses = 3;
/** …once it has reported so often; one that never does tells nothing. */
const leastReports = 3;

/**
 * Gives what tells, of each look, whether the far side has stopped reporting that anything arrives: then nothing does, though packets
 * leave (RFC 3550, 6.4: of a source that it hears nothing of a receiver reports nothing; libwebrtc stops after 8 s).
 */
export function followReports(): (totals: Totals) => boolean {
  let last: number | undefined;
  let since = 0;
  let reports = 0;
  let longest = 0;
  return ({ at, fromAgent }) => {
    const reportedAt = fromAgent?.reportedAt ?? undefined;
    const patience = Math.max(longestMillis, pauses * longest);
    const pause = at - since;
    if (reportedAt !== last) {
      if (reports > 0 && pause <= patience) longest = Math.max(longest, pause);
      reports++;
      last = reportedAt;
      since = at;
      return false;
    }
    return reports >= leastReports && pause > patience;
  };
}
