/**
 * The limits by which a window and a call are judged, in one table. Every one can be overridden at deploy time.
 *
 * Sources: fair = Amazon Connect's own "abnormal" figures (RTT > 300 ms, jitter buffer > 30 ms; Amazon Connect
 * Administrator Guide, "Troubleshooting issues with the CCP"); poor = Microsoft Call Quality Dashboard's poor-stream
 * limit for RTT (500 ms) and twice its 30 ms for jitter; MOS 3.6 and 3.1 are R = 70 and R = 60
 * ("some users dissatisfied", "many users dissatisfied"; ITU-T G.107 Annex B, table B.1). The target for the share of
 * poor calls is our own choice, from no standard: one call in twenty.
 */
export type QualityLimits = {
  readonly fair: Limits;
  readonly poor: Limits;
  /** A window with fewer packets than this is unclassified: too little to judge. */
  readonly minimumPackets: number;
  /** A call is poor when at least this share of its classified time is poor, in percent. */
  readonly poorCallPercent: number;
  /** The share of poor calls to stay below, in percent: above it someone should look, above twice of it act. */
  readonly poorCallsTargetPercent: number;
};

export type Limits = {
  /** Rated this or worse when the MOS is below. */
  readonly mos: number;
  /** …when the loss is above, in percent of packets. */
  readonly packetsLostPercent: number;
  /** …when the round-trip time is above, in milliseconds. */
  readonly roundTripTimeMillis: number;
  /** …when the jitter is above, in milliseconds. */
  readonly jitterMillis: number;
};

export const defaultLimits: QualityLimits = {
  fair: { mos: 3.6, packetsLostPercent: 1, roundTripTimeMillis: 300, jitterMillis: 30 },
  poor: { mos: 3.1, packetsLostPercent: 5, roundTripTimeMillis: 500, jitterMillis: 60 },
  minimumPackets: 100,
  poorCallPercent: 10,
  poorCallsTargetPercent: 5,
};
