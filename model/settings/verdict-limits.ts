import * as z from 'zod';
import { defaultVerdictLimits } from '../verdict/limits.ts';

const number = (name: keyof typeof defaultVerdictLimits) =>
  z.number().min(0).default(defaultVerdictLimits[name]);
const percent = (name: keyof typeof defaultVerdictLimits) =>
  z.number().min(0).max(100).default(defaultVerdictLimits[name]);

/** Only the limits that differ from the model's own need be given. */
export const verdictLimits = z.strictObject({
  // Fewer are chance, whoever sets them.
  fewestOthers: z.number().min(3).default(defaultVerdictLimits.fewestOthers),
  fineAtMostPercent: percent('fineAtMostPercent'),
  mixedAtMostPercent: percent('mixedAtMostPercent'),
  sharedFromPercent: percent('sharedFromPercent'),
  fewestSharing: number('fewestSharing'),
  fewestSites: number('fewestSites'),
  hourMinutes: number('hourMinutes'),
  sameMinutes: number('sameMinutes'),
  silentPercent: percent('silentPercent'),
  fewestSilenceSeconds: number('fewestSilenceSeconds'),
  lowNativeScore: number('lowNativeScore'),
});
