import type { PreflightReason } from '../../../model/messages/preflight.ts';
import { type Finding, found, passed } from './finding.ts';
import { preflightLimits } from './limits.ts';

const listenMillis = 4_000;
const everyMillis = 50;
const samples = 2_048;

/**
 * Listens to the microphone for four seconds, or until it is stopped. Gives the highest level, the root mean square of
 * 43 ms at a full scale of 1; nothing of what is heard is kept.
 *
 * @param onLevel told 20 times a second, for the meter
 */
export async function listen(
  stream: MediaStream,
  onLevel: (level: number) => void,
  signal: AbortSignal,
): Promise<number> {
  const context = new AudioContext();
  try {
    await context.resume();
    const analyser = new AnalyserNode(context, { fftSize: samples });
    context.createMediaStreamSource(stream).connect(analyser);
    return await highest(analyser, onLevel, signal);
  } finally {
    await context.close();
  }
}

export function judgeLevel(level: number): Finding {
  if (level < preflightLimits.silentLevel) return found('failed', 'silent', level);
  return level < preflightLimits.quietLevel ? found('limited', 'quiet', level) : passed(level);
}

/** Without a microphone to listen to. One that may not be used is said of once, by the permission. */
export function judgeUnheard(reason: PreflightReason): Finding {
  return found(reason === 'inUse' || reason === 'missing' ? 'failed' : 'skipped', reason);
}

function highest(
  analyser: AnalyserNode,
  onLevel: (level: number) => void,
  signal: AbortSignal,
): Promise<number> {
  const heard = new Float32Array(samples);
  let most = 0;
  return new Promise((resolve) => {
    const look = setInterval(() => {
      analyser.getFloatTimeDomainData(heard);
      const level = rootMeanSquare(heard);
      most = Math.max(most, level);
      onLevel(level);
    }, everyMillis);
    const end = () => {
      clearInterval(look);
      clearTimeout(timer);
      resolve(most);
    };
    const timer = setTimeout(end, listenMillis);
    signal.addEventListener('abort', end, { once: true });
  });
}

export function rootMeanSquare(values: Float32Array): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}
