/** Above this a "jitter" is something else: a buffer's cumulative delay, or a clock that jumped. */
const implausibleMillis = 2000;
/** A true jitter wanders; one that rises by more than this without ever falling is a running total. */
const reasonableRiseMillis = 500;
const samplesToJudge = 5;

/**
 * Gives the jitter of a stream's samples as milliseconds, or null where the figure is not a jitter.
 *
 * connect-rtc-js 1.3.2 reports `jitterBufferDelay`, a total that only grows (2,188,800 was seen), in the field that
 * 1.1.14 and Streams 2.28.4 fill with the jitter. The event does not name the library's version, so the shape of the
 * figures decides: a total is recognised by its growth, or by the stream having been found cumulative before.
 *
 * @param values one per sample, in the order of time
 * @param knownCumulative true when an earlier window of this connection was cumulative
 */
export function normaliseJitter(
  values: readonly (number | null)[],
  knownCumulative = false,
): { values: (number | null)[]; cumulative: boolean } {
  const cumulative = knownCumulative || isRunningTotal(values);
  return {
    cumulative,
    values: values.map((value) => (cumulative || !isPlausible(value) ? null : value)),
  };
}

/**
 * Old library versions copy the jitter of the audio to the agent onto the audio from the agent. Where each measured
 * figure of both directions is the same, and not only zeros, the second is a copy and says nothing.
 */
export function isCopied(original: readonly (number | null)[], suspect: readonly (number | null)[]): boolean {
  const pairs = original
    .map((value, i) => [value, suspect[i]] as const)
    .filter(([a, b]) => a !== null || b !== null);
  return (
    pairs.length >= samplesToJudge &&
    pairs.every(([a, b]) => a === b) &&
    pairs.some(([a]) => a !== null && a > 0)
  );
}

function isRunningTotal(values: readonly (number | null)[]): boolean {
  const known = values.filter((value): value is number => value !== null);
  const first = known[0];
  const last = known[known.length - 1];
  if (first === undefined || last === undefined || known.length < samplesToJudge) return false;
  const neverFalls = known.every((value, i) => i === 0 || value >= (known[i - 1] ?? value));
  return neverFalls && last - first > reasonableRiseMillis;
}

function isPlausible(value: number | null): boolean {
  return value !== null && value >= 0 && value <= implausibleMillis;
}
