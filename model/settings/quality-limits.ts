import * as z from 'zod';
import { defaultLimits } from '../quality/limits.ts';

const number = z.number().min(0);
const limits = (defaults: (typeof defaultLimits)['fair']) =>
  z.strictObject({
    mos: number.default(defaults.mos),
    packetsLostPercent: number.default(defaults.packetsLostPercent),
    roundTripTimeMillis: number.default(defaults.roundTripTimeMillis),
    jitterMillis: number.default(defaults.jitterMillis),
  });

/** Only the limits that differ from the model's own need be given. */
export const qualityLimits = z.strictObject({
  fair: limits(defaultLimits.fair).prefault({}),
  poor: limits(defaultLimits.poor).prefault({}),
  minimumPackets: number.default(defaultLimits.minimumPackets),
  poorCallPercent: number.max(100).default(defaultLimits.poorCallPercent),
  poorCallsTargetPercent: number.max(100).default(defaultLimits.poorCallsTargetPercent),
});
