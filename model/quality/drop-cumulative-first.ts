import type { Sample } from './sample.ts';

/** A sample covers a second; one that covers two at the most is still a fair first second. */
const fairlyASecondMillis = 2000;
/** With the shortest usual Opus frame (10 ms) a stream has 100 packets a second. */
const mostPacketsOfTwoSeconds = 200;

/**
 * The first sample of a connection counts from the connection's beginning, not from one second before. It is kept if
 * the connection began at most 2 s earlier; otherwise its counts would put a whole stretch of the call into one
 * second, so it goes. An unknown beginning counts as long ago. Where Amazon Connect keeps one peer connection over
 * several contacts, the connection is older than the contact: more packets than two seconds can hold tell it.
 *
 * @param samples the first window of a connection, in the order of time
 * @param connectedAt when the connection began, in epoch milliseconds
 */
export function dropCumulativeFirst(
  samples: readonly Sample[],
  connectedAt: number | undefined,
): readonly Sample[] {
  const first = samples[0];
  if (!first) return samples;
  const fresh =
    connectedAt !== undefined &&
    first.at - connectedAt <= fairlyASecondMillis &&
    (first.packetsCount ?? 0) <= mostPacketsOfTwoSeconds;
  return fresh ? samples : samples.slice(1);
}
