import * as z from 'zod/mini';
import { streamTypes } from '../quality/sample.ts';
import { softphoneFigure } from './softphone-figure.ts';
import { softphoneInstant } from './softphone-instant.ts';

/** One second of one stream, as connect.EventType.SOFTPHONE_STATS carries it (amazon-connect-streams 2.28.2). */
export const softphoneStat = z.object({
  softphoneStreamType: z.enum(streamTypes),
  timestamp: softphoneInstant,
  /** In this second; in the first sample of a connection since the connection's beginning. */
  packetsLost: softphoneFigure,
  /** Received (`audio_input`) or sent (`audio_output`), otherwise like `packetsLost`. */
  packetsCount: softphoneFigure,
  /** 0…32767. */
  audioLevel: softphoneFigure,
  /** A jitter, or a buffer's running total: see model/quality/normalise-jitter.ts. */
  jitterBufferMillis: softphoneFigure,
  roundTripTimeMillis: softphoneFigure,
});
export type SoftphoneStat = z.infer<typeof softphoneStat>;

/** connect.EventType.SOFTPHONE_STATS: every 30 s of a call, and once at its end. A sample that is none is left out. */
export const softphoneStatsEvent = z.object({
  contactId: z.string(),
  stats: z.pipe(
    z.array(z.catch(z.nullable(softphoneStat), null)),
    z.transform((stats) => stats.filter((stat) => stat !== null)),
  ),
});
export type SoftphoneStatsEvent = z.infer<typeof softphoneStatsEvent>;
