import * as z from 'zod';
import { logLayers, logLevels, longestLogText, mostLogLines, mostLogParts } from '../logs/limits.ts';
import { instant, text } from './envelope.ts';

export const logLine = z.object({
  /** UTC, by the agent's clock. */
  at: instant,
  level: z.enum(logLevels),
  layer: z.enum(logLayers).optional(),
  /** Cleaned by the page, and by the functions once more (../logs/clean-log-text.ts). */
  text: text(longestLogText),
});

/** A part of what Streams logged in the minutes of a call: sent where something was wrong with it. */
export const callLog = z.object({
  /** Counted from 0. */
  part: z
    .int()
    .min(0)
    .max(mostLogParts - 1),
  /** In the order of time. */
  lines: z.array(logLine).min(1).max(mostLogLines),
});
export type CallLog = z.infer<typeof callLog>;
