import type { Sample } from './sample.ts';

/** libwebrtc sends a report each 2.5 to 7.5 s (5 s times 0.5 to 1.5, rtcp_sender.cc), and Streams looks once a second. */
const longestReportMillis = 8500;

/**
 * Spreads the loss that one RTCP report tells over the seconds it is about.
 *
 * The browser hears of loss from the agent only in the far side's reports, so 3 % stands in the samples as five seconds
 * of nothing and one of 18 %: no second was that bad. A second that tells loss, or another round trip than the second
 * before, is one in which a report came. What a report tells belongs to the seconds since the one before.
 *
 * @param samples of `audio_output`, in the order of time
 * @returns the same samples with fractions of packets; their sum is the same
 */
export function spreadReportedLoss(samples: readonly Sample[]): Sample[] {
  const spread = samples.map((sample) => ({ ...sample }));
  let first = 0;
  samples.forEach((sample, i) => {
    if (!isReport(sample, samples[i - 1])) return;
    const about = spread
      .slice(first, i + 1)
      .filter(({ at, packetsLost }) => packetsLost !== null && at > sample.at - longestReportMillis);
    for (const second of about) second.packetsLost = (sample.packetsLost ?? 0) / about.length;
    first = i + 1;
  });
  return spread;
}

function isReport({ packetsLost, roundTripTimeMillis }: Sample, before: Sample | undefined): boolean {
  if (packetsLost === null) return false;
  return packetsLost !== 0 || (before !== undefined && before.roundTripTimeMillis !== roundTripTimeMillis);
}
