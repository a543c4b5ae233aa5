/** `audio_input`: from the server to the agent. `audio_output`: from the agent to the server. */
export const streamTypes = ['audio_input', 'audio_output'] as const;
export type StreamType = (typeof streamTypes)[number];

/** One second of one stream. null is not measured. */
export type Sample = {
  /** Epoch milliseconds. */
  readonly at: number;
  /** Packets lost in this second. WebRTC counts a late duplicate as −1, so it may be negative. */
  readonly packetsLost: number | null;
  /** Packets received (`audio_input`) or sent (`audio_output`) in this second. */
  readonly packetsCount: number | null;
  readonly jitterMillis: number | null;
  readonly roundTripTimeMillis: number | null;
  /** 0…32767. */
  readonly audioLevel: number | null;
  /**
   * Percent of the sound played in this second that was made up, because its packets were lost or late; of `audio_input`
   * only, and only where the page hosts the sound.
   */
  readonly concealedPercent?: number | null;
  /**
   * True where packets leave and the far side has long stopped reporting that any arrives; of `audio_output` only, and only
   * where the page hosts the sound. Not kept.
   */
  readonly unheard?: boolean;
  /** True while the agent is muted or the call on hold: silence is then as it should be. */
  readonly quiet: boolean;
};
