import * as z from 'zod';
import { packetsLostPercent } from '../quality/loss.ts';
import { type Rating, ratings } from '../quality/rating.ts';
import type { StreamType } from '../quality/sample.ts';
import { round } from '../quality/statistics.ts';
import { ratedSecondsMapping } from './call.ts';
import type { ContactCall } from './contact-call.ts';
import { type DirectionFigures, ratedSeconds } from './direction-figures.ts';
import { boolean, decimal, integer, keyword, long, object, type Properties } from './mapping.ts';

const figures = z.object({ avg: z.number(), max: z.number() }).optional();
const direction = z.object({
  poorPercent: z.number().optional(),
  packetsLost: z.number().optional(),
  packetsCount: z.number().optional(),
  packetsLostPercent: z.number().optional(),
  roundTripTimeMillis: figures,
  jitterMillis: figures,
  silentSeconds: z.number().optional(),
});

/** What all calls of a contact come to: the sum of what adds up, and else the worst. */
export const contactSoftphone = z.object({
  calls: z.number(),
  missed: z.number(),
  talkSeconds: z.number().optional(),
  seconds: ratedSeconds,
  /** Of the classified seconds of all calls. */
  poorPercent: z.number().optional(),
  rating: z.enum(ratings),
  ratingReasons: z.array(z.string()),
  mos: z.object({ avg: z.number(), min: z.number() }).optional(),
  toAgent: direction,
  fromAgent: direction,
  /** Whether any set-up failed; absent where no report arrived. */
  setupFailed: z.boolean().optional(),
  failures: z.array(z.string()),
});

const spreadMapping = object({ avg: decimal, max: decimal });
const directionMapping = object({
  poorPercent: decimal,
  packetsLost: long,
  packetsCount: long,
  packetsLostPercent: decimal,
  roundTripTimeMillis: spreadMapping,
  jitterMillis: spreadMapping,
  silentSeconds: long,
});

export const contactSoftphoneMapping: Properties = {
  calls: integer,
  missed: integer,
  talkSeconds: decimal,
  seconds: ratedSecondsMapping,
  poorPercent: decimal,
  rating: keyword,
  ratingReasons: keyword,
  mos: object({ avg: decimal, min: decimal }),
  toAgent: directionMapping,
  fromAgent: directionMapping,
  setupFailed: boolean,
  failures: keyword,
};

type ContactSoftphone = z.infer<typeof contactSoftphone>;

/** Worst first. */
const byBadness: readonly Rating[] = ['poor', 'fair', 'good', 'unclassified'];

/** Sums up a contact's calls; undefined where there is none. Pure. */
export function contactSoftphoneOf(calls: readonly ContactCall[]): ContactSoftphone | undefined {
  if (calls.length === 0) return undefined;
  const seconds = secondsOf(calls);
  const classified = seconds.good + seconds.fair + seconds.poor;
  const talkSeconds = sum(calls.map((call) => call.talkSeconds));
  const rating = byBadness.find((one) => calls.some((call) => call.rating === one)) ?? 'unclassified';
  const mos = calls.flatMap((call) => call.mos ?? []);
  const reported = calls.flatMap((call) => call.setupFailed ?? []);
  return {
    calls: calls.length,
    missed: calls.filter((call) => call.missed).length,
    ...(talkSeconds === undefined ? {} : { talkSeconds }),
    seconds,
    ...(classified === 0 ? {} : { poorPercent: round((100 * seconds.poor) / classified) }),
    rating,
    ratingReasons: all(calls.filter((call) => call.rating === rating).map((call) => call.ratingReasons)),
    ...(mos.length === 0
      ? {}
      : {
          mos: { avg: Math.min(...mos.map(({ avg }) => avg)), min: Math.min(...mos.map(({ min }) => min)) },
        }),
    toAgent: directionOf(
      'audio_input',
      calls.map((call) => call.toAgent),
    ),
    fromAgent: directionOf(
      'audio_output',
      calls.map((call) => call.fromAgent),
    ),
    ...(reported.length === 0 ? {} : { setupFailed: reported.includes(true) }),
    failures: all(calls.map((call) => call.failures)),
  };
}

function secondsOf(calls: readonly ContactCall[]): ContactSoftphone['seconds'] {
  const total = { good: 0, fair: 0, poor: 0, unclassified: 0 };
  for (const { seconds } of calls) for (const rating of ratings) total[rating] += seconds[rating];
  return total;
}

function directionOf(streamType: StreamType, its: readonly DirectionFigures[]): ContactSoftphone['toAgent'] {
  const poorPercent = most(its.map((one) => one.poorPercent));
  const packetsLost = sum(its.map((one) => one.packetsLost));
  const packetsCount = sum(its.map((one) => one.packetsCount));
  const lost =
    packetsLost === undefined || packetsCount === undefined
      ? undefined
      : packetsLostPercent(streamType, packetsLost, packetsCount);
  const roundTripTimeMillis = worst(its.map((one) => one.roundTripTimeMillis));
  const jitterMillis = worst(its.map((one) => one.jitterMillis));
  const silentSeconds = sum(its.map((one) => one.silentSeconds));
  return {
    ...(poorPercent === undefined ? {} : { poorPercent }),
    ...(packetsLost === undefined ? {} : { packetsLost }),
    ...(packetsCount === undefined ? {} : { packetsCount }),
    ...(lost === undefined ? {} : { packetsLostPercent: round(lost) }),
    ...(roundTripTimeMillis ? { roundTripTimeMillis } : {}),
    ...(jitterMillis ? { jitterMillis } : {}),
    ...(silentSeconds === undefined ? {} : { silentSeconds }),
  };
}

type Spread = { readonly avg: number; readonly max: number };

function worst(spreads: readonly (Spread | undefined)[]): Spread | undefined {
  const avg = most(spreads.map((spread) => spread?.avg));
  const max = most(spreads.map((spread) => spread?.max));
  return avg === undefined || max === undefined ? undefined : { avg, max };
}

function most(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

function sum(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : known.reduce((total, value) => total + value, 0);
}

function all<Text extends string>(texts: readonly (readonly Text[])[]): Text[] {
  return [...new Set(texts.flat())].sort();
}
