import * as z from 'zod';
import { ratings } from '../quality/rating.ts';
import { directionFigures, ratedSeconds } from './direction-figures.ts';
import { reportedProblem } from './reported-problem.ts';

/** What a call came to, as its document has it, and as lists and contacts tell it. */
export const callSummary = z.object({
  startedAt: z.string(),
  endedAt: z.string().optional(),
  talkSeconds: z.number().optional(),
  toAgent: directionFigures,
  fromAgent: directionFigures,
  seconds: ratedSeconds,
  poorPercent: z.number().optional(),
  mos: z.object({ avg: z.number(), min: z.number() }).optional(),
  rating: z.enum(ratings),
  ratingReasons: z.array(z.string()),
  missed: z.boolean(),
  reportArrived: z.boolean(),
  setupFailed: z.boolean().optional(),
  problem: reportedProblem.optional(),
});
