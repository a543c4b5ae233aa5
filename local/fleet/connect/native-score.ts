import { meanOpinionScore } from '../../../model/quality/mos.ts';
import type { Sample } from '../../../model/quality/sample.ts';
import type { CallSamples } from '../call-samples.ts';
import type { Random } from '../random.ts';

/** Amazon Connect's score goes to 5, the MOS to 4.4; hardly any call has all of it. */
const stretch = 1.1;
/** It looks at the call from the other end, and by rules of its own. */
const otherwise = 0.2;

/**
 * Amazon Connect's score of the agent's connection, 1.00 to 5.00: made of the whole call's averages, so that a call with a
 * few bad stretches may have a good one. Undefined of a call without audio.
 */
export function nativeScoreOf(
  { audio_input, audio_output }: CallSamples,
  random: Random,
): number | undefined {
  const both = [audio_input, audio_output].map(mosOf).filter((mos) => mos !== undefined);
  if (both.length === 0) return undefined;
  const score = 1 + (Math.min(...both) - 1) * stretch + otherwise * random.normal();
  return Math.round(100 * Math.min(5, Math.max(1, score))) / 100;
}

function mosOf(samples: readonly Sample[]): number | undefined {
  const average = (of: (sample: Sample) => number | null) => {
    const known = samples.map(of).filter((value) => value !== null);
    return known.length === 0 ? undefined : known.reduce((sum, value) => sum + value, 0) / known.length;
  };
  const lost = average(({ packetsLost }) => packetsLost);
  return meanOpinionScore({
    roundTripTimeMillis: average(({ roundTripTimeMillis }) => roundTripTimeMillis),
    jitterMillis: average(({ jitterMillis }) => jitterMillis),
    // Of the 50 that are sent in a second.
    packetsLostPercent: lost === undefined ? undefined : 2 * lost,
  });
}
