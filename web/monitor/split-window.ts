import type { Sample } from '../../model/quality/sample.ts';

/** The server takes up to 90 samples a window. */
const mostSamples = 90;
/** A laptop that slept: what was before and after is not one window. */
const longestGapMillis = 60_000;

/** Cuts an event's samples where a window would be too long. Nearly every event stays whole; nothing of nothing. */
export function splitWindow(samples: readonly Sample[]): Sample[][] {
  const parts: Sample[][] = [];
  let part: Sample[] = [];
  for (const sample of samples) {
    const last = part.at(-1);
    if (!last || part.length >= mostSamples || sample.at - last.at > longestGapMillis) {
      part = [];
      parts.push(part);
    }
    part.push(sample);
  }
  return parts;
}
