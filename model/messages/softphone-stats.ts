import * as z from 'zod';
import { streamTypes } from '../quality/sample.ts';
import { call, callEvents } from './call.ts';
import { envelope, instant } from './envelope.ts';

/** Streams sends about 30 samples a window; a minute and a half is room for a browser that was slowed down. */
const mostSamples = 90;
const column = <Value extends z.ZodType>(value: Value) => z.array(value.nullable()).max(mostSamples);
const figure = z.number().min(0).max(10_000_000);

/**
 * One SOFTPHONE_STATS event's samples of one stream, a column per figure: the samples are what travels and what is
 * kept, so that the arithmetic can be mended afterwards.
 */
export const streamWindow = z
  .object({
    streamType: z.enum(streamTypes),
    /** Of the first sample. */
    startedAt: instant,
    /** Of each sample, from `startedAt`. */
    offsetMillis: z.array(z.int().min(0).max(600_000)).min(1).max(mostSamples),
    packetsLost: column(z.int().min(-1_000_000).max(1_000_000)),
    packetsCount: column(z.int().min(0).max(1_000_000)),
    jitterMillis: column(figure),
    roundTripTimeMillis: column(figure),
    audioLevel: column(z.number().min(0).max(32_768)),
    /** 1 while muted or on hold, else 0. */
    quiet: z.array(z.union([z.literal(0), z.literal(1)])).max(mostSamples),
  })
  .refine((window) => columnsAreEven(window), {
    message: 'every column must have as many entries as offsetMillis',
    path: ['offsetMillis'],
  })
  .refine((window) => window.offsetMillis.every((at, i, all) => i === 0 || at >= (all[i - 1] ?? 0)), {
    message: 'offsetMillis must not fall',
    path: ['offsetMillis'],
  });
export type StreamWindow = z.infer<typeof streamWindow>;

/** `POST /softphone-stats`: the windows of one SOFTPHONE_STATS event, or only what happened to the call. */
export const softphoneStats = envelope
  .extend({ call, windows: z.array(streamWindow).max(4), events: callEvents })
  .refine((message) => message.windows.length + message.events.length > 0, {
    message: 'a message has a window or an event',
    path: ['windows'],
  });
export type SoftphoneStats = z.infer<typeof softphoneStats>;

function columnsAreEven(window: { offsetMillis: unknown[] } & Record<string, unknown>): boolean {
  const length = window.offsetMillis.length;
  return Object.values(window).every((value) => !Array.isArray(value) || value.length === length);
}
