import * as z from 'zod';
import { streamTypes } from '../quality/sample.ts';
import { call, callEvents, callWarnings } from './call.ts';
import { callLog } from './call-log.ts';
import { envelope, instant } from './envelope.ts';
import { callProblem } from './problem.ts';

/** Streams sends about 30 samples a window; a minute and a half is room for a browser that was slowed down. */
const mostSamples = 90;

type Entry = {
  readonly fits: (value: unknown) => boolean;
  readonly expected: string;
  /** The same as JSON Schema, for the API's description: of a check in code zod can tell nothing. */
  readonly described: { readonly type: string } & Readonly<Record<string, unknown>>;
};
const number = (least: number, most: number): Entry => ({
  fits: (value) => typeof value === 'number' && value >= least && value <= most,
  expected: `a number from ${least} to ${most}`,
  described: { type: 'number', minimum: least, maximum: most },
});
const whole = (least: number, most: number): Entry => ({
  fits: (value) => Number.isInteger(value) && number(least, most).fits(value),
  expected: `a whole number from ${least} to ${most}`,
  described: { type: 'integer', minimum: least, maximum: most },
});
const figure = number(0, 10_000_000);

/**
 * Checked in one pass: with a schema for each entry, reading a message takes twice as long. A fault ends the checking
 * of its window (`continue: false`): what compares the columns must find in them what it expects.
 */
const entries = <Value>({
  fits,
  expected,
  described,
}: Omit<Entry, 'described'> & { readonly described: object }) =>
  z
    .custom<Value[]>(Array.isArray, { error: 'expected an array', abort: true })
    .superRefine((all, context) => {
      const fault = (message: string, path: number[] = []) =>
        context.addIssue({ code: 'custom', path, message, continue: false });
      if (all.length > mostSamples) fault(`at most ${mostSamples} entries`);
      for (const [i, value] of all.slice(0, mostSamples).entries()) {
        if (!fits(value)) fault(`expected ${expected}`, [i]);
      }
    })
    .meta({ type: 'array', maxItems: mostSamples, items: described });
/** A figure for each sample; null where it was not measured. */
const column = ({ fits, expected, described }: Entry) =>
  entries<number | null>({
    fits: (value) => value === null || fits(value),
    expected: `${expected}, or null`,
    described: { ...described, type: [described.type, 'null'] },
  });

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
    offsetMillis: entries<number>(whole(0, 600_000))
      .refine((all) => all.length > 0, 'at least one entry')
      .meta({ minItems: 1 }),
    packetsLost: column(whole(-1_000_000, 1_000_000)),
    packetsCount: column(whole(0, 1_000_000)),
    jitterMillis: column(figure),
    roundTripTimeMillis: column(figure),
    audioLevel: column(number(0, 32_768)),
    /** Of pages that host the sound (model/quality/sample.ts). */
    concealedPercent: column(number(0, 100)).optional(),
    /** 1 while muted or on hold, else 0. */
    quiet: entries<0 | 1>({
      fits: (value) => value === 0 || value === 1,
      expected: '0 or 1',
      described: { enum: [0, 1] },
    }),
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

/**
 * `POST /softphone-stats`: the windows of one SOFTPHONE_STATS event, or only what happened to the call, or what its agent
 * says was wrong with it, or a part of what Streams logged meanwhile.
 */
export const softphoneStats = envelope
  .extend({
    call,
    windows: z.array(streamWindow).max(4),
    events: callEvents,
    warnings: callWarnings.optional(),
    problem: callProblem.optional(),
    log: callLog.optional(),
  })
  .refine(
    ({ windows, events, problem, log }) =>
      windows.length + events.length > 0 || problem !== undefined || log !== undefined,
    { message: 'a message has a window, an event, a problem or a part of a log', path: ['windows'] },
  );
export type SoftphoneStats = z.infer<typeof softphoneStats>;

function columnsAreEven(window: { offsetMillis: unknown[] } & Record<string, unknown>): boolean {
  const length = window.offsetMillis.length;
  return Object.values(window).every((value) => !Array.isArray(value) || value.length === length);
}
