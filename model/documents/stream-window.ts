import * as z from 'zod';
import type { StreamWindow } from '../messages/softphone-stats.ts';
import type { QualityLimits } from '../quality/limits.ts';
import { type Rating, type RatingReason, ratingReasons, ratings } from '../quality/rating.ts';
import { type StreamType, streamTypes } from '../quality/sample.ts';
import { samplesOf } from '../quality/samples-of.ts';
import { summariseWindow } from '../quality/summarise-window.ts';
import type { ContactFacts, Dimensions, Stamps } from './dimensions.ts';
import { contactFacts, dimensions, stamps } from './dimensions.ts';
import {
  boolean,
  contactFactsMapping,
  date,
  decimal,
  dimensionsMapping,
  integer,
  keyword,
  long,
  object,
  type Properties,
  spread,
  stampsMapping,
  stored,
} from './mapping.ts';

const spreadOf = z.object({ avg: z.number(), max: z.number(), p95: z.number() });

const column = z.array(z.number().nullable());
/** The message's columns, kept as they came. */
const samples: z.ZodType<Omit<StreamWindow, 'streamType' | 'startedAt'>> = z.object({
  offsetMillis: z.array(z.number()),
  packetsLost: column,
  packetsCount: column,
  jitterMillis: column,
  roundTripTimeMillis: column,
  audioLevel: column,
  concealedPercent: column.optional(),
  quiet: z.array(z.literal([0, 1])),
});

/** One SOFTPHONE_STATS event's window of one stream: `softphone-stream-stats-*`. */
export const streamWindowDocument = stamps
  .extend(dimensions.shape)
  .extend(contactFacts.shape)
  .extend({
    softphoneStreamType: z.enum(streamTypes),
    /** The first sample's time by the page's clock, floored to the second. */
    startedAt: z.string(),
    windowSeconds: z.number(),
    sampleCount: z.number(),
    packetsLost: z.number().optional(),
    packetsCount: z.number().optional(),
    packetsLostPercent: z.number().optional(),
    jitterMillis: spreadOf.optional(),
    roundTripTimeMillis: spreadOf.optional(),
    roundTripTimeBorrowed: z.literal(true).optional(),
    audioLevel: z.object({ avg: z.number(), max: z.number() }).optional(),
    silentSeconds: z.number().optional(),
    concealedPercent: spreadOf.optional(),
    mos: z.object({ avg: z.number(), min: z.number(), withoutJitter: z.literal(true).optional() }).optional(),
    rating: z.enum(ratings) as z.ZodType<Rating>,
    ratingReasons: z.array(z.enum(ratingReasons) as z.ZodType<RatingReason>).readonly(),
    samples,
  });
export type StreamWindowDocument = z.infer<typeof streamWindowDocument>;

export const streamWindowMapping: Properties = {
  ...stampsMapping,
  ...dimensionsMapping,
  ...contactFactsMapping,
  softphoneStreamType: keyword,
  startedAt: date,
  windowSeconds: integer,
  sampleCount: integer,
  packetsLost: long,
  packetsCount: long,
  packetsLostPercent: decimal,
  jitterMillis: spread,
  roundTripTimeMillis: spread,
  roundTripTimeBorrowed: boolean,
  audioLevel: object({ avg: decimal, max: decimal }),
  silentSeconds: integer,
  concealedPercent: spread,
  mos: object({ avg: decimal, min: decimal, withoutJitter: boolean }),
  rating: keyword,
  ratingReasons: keyword,
  samples: stored,
};

/** What a window's document is made of. */
export type StreamWindowInput = {
  readonly window: StreamWindow;
  /** The same event's window of the other stream, whose RTT serves where this one has none. */
  readonly otherDirection?: StreamWindow | undefined;
  readonly stamps: Stamps;
  readonly dimensions: Dimensions;
  readonly contact: ContactFacts;
};

/** Makes the document of one window; pure. */
export function makeStreamWindow(input: StreamWindowInput, limits: QualityLimits): StreamWindowDocument {
  const { streamType, startedAt: _, ...samples } = input.window;
  const otherDirection = input.otherDirection ? samplesOf(input.otherDirection) : [];
  return {
    ...input.stamps,
    ...input.dimensions,
    ...input.contact,
    softphoneStreamType: streamType,
    startedAt: windowStart(input.window).toISOString(),
    ...summariseWindow(streamType, samplesOf(input.window), limits, otherDirection),
    samples,
  };
}

/** A window starts at its first sample's second, by the page's clock. */
export function windowStart(window: Pick<StreamWindow, 'startedAt'>): Date {
  return new Date(Math.floor(Date.parse(window.startedAt) / 1000) * 1000);
}

/** What makes a window this window and no other: the parts of its document's id. */
export function streamWindowIdentity(of: {
  instanceId: string;
  contactId: string;
  agent: string;
  streamType: StreamType;
  startedAt: string;
}): readonly string[] {
  return ['window', of.instanceId, of.contactId, of.agent, of.streamType, windowStart(of).toISOString()];
}
