/** By what the checks judge. What a round trip may take is the deployment's own limit for calls (`qualityLimits`). */
export const preflightLimits = {
  /**
   * The oldest major versions that are not called outdated. Amazon Connect supports the latest three of each (Administrator Guide,
   * "Browsers supported by Amazon Connect"); a page cannot know which those are, so these are what this page is tested to need.
   */
  oldestVersion: { chrome: 120, edge: 120, firefox: 121 },
  /** Root mean square of a full scale of 1. A muted headset gives digital silence; a quiet room about 0.002. */
  silentLevel: 0.0005,
  /** Speech into a headset is 0.05 and above; below this (−40 dBFS) callers ask to speak up. */
  quietLevel: 0.01,
  /** Hz. Below it there is no wideband speech (ITU-T G.722 samples at 16 kHz): a Bluetooth headset in its hands-free profile of old. */
  lowSampleRate: 16_000,
  /** Opus packets are 20 ms long (RFC 6716 §2): who has the processor for less than this share is late with some. */
  leastFreeShare: 0.8,
  /** The same that the server corrects documents' times from (docs/data.md). */
  clockSkewMillis: 30_000,
  /** Beyond it, sending and signing in feel slow; calls do not go this way. */
  apiRoundTripMillis: 1_000,
} as const;
