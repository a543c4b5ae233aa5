import * as z from 'zod';
import { ratings } from '../quality/rating.ts';

const spread = z.object({ avg: z.number(), max: z.number() }).optional();

export const ratedSeconds = z.object({
  good: z.number(),
  fair: z.number(),
  poor: z.number(),
  unclassified: z.number(),
});

/** One direction of a call, as its document has it. */
export const directionFigures = z.object({
  windows: z.number(),
  seconds: ratedSeconds,
  poorPercent: z.number().optional(),
  rating: z.enum(ratings),
  ratingReasons: z.array(z.string()),
  mos: z.object({ avg: z.number(), min: z.number() }).optional(),
  packetsLost: z.number().optional(),
  packetsCount: z.number().optional(),
  packetsLostPercent: z.number().optional(),
  roundTripTimeMillis: spread,
  jitterMillis: spread,
  silentSeconds: z.number().optional(),
  concealedPercent: spread,
});
export type DirectionFigures = z.infer<typeof directionFigures>;
