import * as z from 'zod';
import { alert } from '../alerts/alert.ts';
import { channelTrouble } from '../alerts/channel-trouble.ts';
import { alertRules } from '../alerts/rule.ts';
import { rangeFields, rangeIsUsable, unusableRange } from './range.ts';

/** `GET /query/alerts`: those that were raised or not yet cleared in a range of time. */
export const alertsQuery = z
  .object({ from: rangeFields.from, to: rangeFields.to })
  .strict()
  .refine(rangeIsUsable, unusableRange);
export type AlertsQuery = z.infer<typeof alertsQuery>;

/** The newest first. */
export const alertList = z.object({
  alerts: z.array(alert),
  /** True where there are more than were given. */
  more: z.boolean(),
  /** What keeps alerts from being told now, whenever they were raised. */
  troubles: z.array(channelTrouble),
});
export type AlertList = z.infer<typeof alertList>;

/** Of a stored rule that this version does not understand, because another one wrote it: what people know it by. */
const foreignRule = z.object({
  /** In the whole list, from 0. */
  place: z.number().int(),
  name: z.string(),
});
export type ForeignRule = z.infer<typeof foreignRule>;

/** The rules, and which writing of them that is: who replaces them says so, and is refused if somebody else was quicker. */
export const ruleBookChange = z.strictObject({
  version: z.string().max(100),
  rules: alertRules,
  /** The places, in that version, of rules which are not understood and shall go; all others of them stay as they are. */
  withoutForeign: z.array(z.number().int().min(0)).max(100).optional(),
});
export type RuleBookChange = z.infer<typeof ruleBookChange>;

/** Answer of `GET` and `PUT /query/alert-rules`. */
export const ruleBook = z.object({
  version: z.string(),
  /** Null where nobody has changed them yet. */
  savedAt: z.string().nullable(),
  /** Those that this version understands, and so watches. */
  rules: alertRules,
  foreign: z.array(foreignRule),
});
export type RuleBook = z.infer<typeof ruleBook>;
