/** Beyond this it matters only that it is long. */
const longestSeconds = 86_400;

/**
 * For how long nothing has arrived that should have: an agent's page sends the latencies of Connect's agent API every
 * 30 seconds, also while there is no call.
 *
 * @param agentsOnline how many are signed in to Connect and not Offline
 * @param newest when the newest stored message came; undefined where there is none of the last day
 * @returns seconds, a day at most; 0 while nobody is signed in, because then nothing is missing
 */
export function silenceSeconds(agentsOnline: number, newest: Date | undefined, now: Date): number {
  if (agentsOnline === 0) return 0;
  if (newest === undefined) return longestSeconds;
  const seconds = (now.getTime() - newest.getTime()) / 1000;
  return Math.min(Math.max(seconds, 0), longestSeconds);
}
