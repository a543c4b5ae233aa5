import { type Finding, found, passed } from './finding.ts';
import { preflightLimits } from './limits.ts';

/**
 * What the sound hardware runs at: the lower of what comes out and what the microphone gives, where the browser tells.
 *
 * @param stream of the microphone, where it is open
 */
export async function checkSampleRate(stream?: MediaStream): Promise<Finding> {
  if (!('AudioContext' in globalThis)) return found('skipped', 'unsupported');
  const context = new AudioContext();
  const rates = [context.sampleRate, stream?.getAudioTracks()[0]?.getSettings().sampleRate ?? Number.NaN];
  await context.close();
  return judgeSampleRate(Math.min(...rates.filter((rate) => rate > 0)));
}

/** @param rate in Hz */
export function judgeSampleRate(rate: number): Finding {
  if (!Number.isFinite(rate)) return found('skipped', 'unsupported');
  return rate < preflightLimits.lowSampleRate ? found('limited', 'low', rate) : passed(rate);
}
