import * as z from 'zod';
import { ratings } from '../quality/rating.ts';
import { figures } from './figure.ts';
import { byDimension } from './filters.ts';
import { qualityLimits } from './limits.ts';
import { timeZone } from './range.ts';

/** `GET /query/now`: of what is going on, so without a range. */
export const nowQuery = byDimension.extend({ zone: timeZone.default('UTC') }).strict();
export type NowQuery = z.infer<typeof nowQuery>;

const figure = z.number().nullable();

/** The last window of one direction of a call: how it sounds at the moment. */
const lastWindow = z.object({
  startedAt: z.iso.datetime(),
  rating: z.enum(ratings),
  mos: figure,
  packetsLostPercent: figure,
  roundTripTimeMillis: figure,
  jitterMillis: figure,
});
export type LastWindow = z.infer<typeof lastWindow>;

const callNow = z.object({
  contactId: z.string(),
  agent: z.string(),
  queue: z.string().nullable(),
  site: z.string().nullable(),
  startedAt: z.iso.datetime(),
  /** Null where no window of the direction has arrived: it still rings, or has hardly begun. */
  toAgent: lastWindow.nullable(),
  fromAgent: lastWindow.nullable(),
  /** When the newer of the two began. */
  lastWindowAt: z.iso.datetime().nullable(),
  /** Poor time so far, in percent of what could be judged. */
  poorSoFarPercent: figure,
});
export type CallNow = z.infer<typeof callNow>;

/** Answer of `GET /query/now`. */
export const nowAnswer = z.object({
  /** When that was. */
  at: z.iso.datetime(),
  limits: qualityLimits,
  /** Calls that go on, the worst first. */
  calls: z.array(callNow),
  /** True where there are more calls than one answer holds. */
  more: z.boolean(),
  /** Calls that began in the last quarter of an hour. */
  last15: figures,
  sameHourLastWeek: figures,
  /** Which hour that is: the viewer's, seven days ago. */
  lastWeek: z.object({ from: z.iso.datetime(), to: z.iso.datetime() }),
});
export type NowAnswer = z.infer<typeof nowAnswer>;
