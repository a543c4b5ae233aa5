import * as z from 'zod';
import type { QualityLimits } from '../quality/limits.ts';

const limits = z.object({
  mos: z.number(),
  packetsLostPercent: z.number(),
  roundTripTimeMillis: z.number(),
  jitterMillis: z.number(),
});

/** The limits that this deployment judges by, so that the pages shade what the server judged. */
export const qualityLimits: z.ZodType<QualityLimits> = z.object({
  fair: limits,
  poor: limits,
  minimumPackets: z.number(),
  poorCallPercent: z.number(),
  poorCallsTargetPercent: z.number(),
});
