/** What the formula needs. Absent is unknown, never 0. */
export type MosInput = {
  /** Round-trip time in milliseconds. */
  readonly roundTripTimeMillis?: number | undefined;
  /** Jitter in milliseconds; without it the delay is taken as RTT + 10 ms. */
  readonly jitterMillis?: number | undefined;
  /** Lost packets, 0…100 percent. */
  readonly packetsLostPercent?: number | undefined;
};

/** R of a call with nothing wrong: the default of ITU-T G.107, clause 7.7 (93.2). */
const bestR = 93.2;
/** Below this the polynomial of G.107 turns upward again, so a worse call would score better. */
const worstR = 6.52;

/**
 * Mean opinion score, 1.0 (unintelligible) to 4.4 (as good as telephony gets), from the simplified E-model.
 * Never rises when an input gets worse.
 *
 * Gives undefined without a round-trip time or without a loss figure: what is not known is not good.
 *
 * Source: ITU-T G.107 Annex B (R to MOS); the effective-latency simplification is the one of Twilio's voice SDK
 * (`lib/twilio/rtc/mos.ts`) and of webrtc-issue-detector, with base 93.2.
 */
export function meanOpinionScore(input: MosInput): number | undefined {
  const { roundTripTimeMillis, jitterMillis = 0, packetsLostPercent } = input;
  if (!isMeasured(roundTripTimeMillis) || !isMeasured(packetsLostPercent) || !isMeasured(jitterMillis)) {
    return undefined;
  }
  const effectiveLatencyMillis = roundTripTimeMillis + 2 * jitterMillis + 10;
  const r = ratingFactor(effectiveLatencyMillis) - 2.5 * packetsLostPercent;
  return scoreOf(Math.min(bestR, Math.max(worstR, r)));
}

function ratingFactor(effectiveLatencyMillis: number): number {
  return effectiveLatencyMillis < 160
    ? bestR - effectiveLatencyMillis / 40
    : bestR - (effectiveLatencyMillis - 120) / 10;
}

function scoreOf(r: number): number {
  return 1 + 0.035 * r + 7e-6 * r * (r - 60) * (100 - r);
}

function isMeasured(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value) && value >= 0;
}
