import * as z from 'zod';
import { timeZone } from '../query/range.ts';

export const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export type Weekday = (typeof weekdays)[number];

/** As zone's clocks show it; `24:00` is the day's end. */
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time such as 08:30, or 24:00');

/** Days on which somebody works, and from when until when. One that ends before it begins goes on over midnight. */
export const openHours = z
  .strictObject({
    days: z.array(z.enum(weekdays)).min(1),
    from: clockTime,
    to: clockTime,
  })
  .refine(({ from, to }) => from !== to && from !== '24:00', 'the hours must end when they do not begin');
export type OpenHours = z.infer<typeof openHours>;

/** As Amazon EventBridge takes them: `rate(5 minutes)`, or `cron(0/5 8-19 ? * MON-FRI *)`, whose clocks are UTC's. */
const schedule = z
  .string()
  .regex(
    /^(rate\((1 (minute|hour|day)|([2-9]|[1-9]\d+) (minutes|hours|days))\)|cron\(\S+( \S+){5}\))$/,
    'as rate(5 minutes) or cron(0/5 8-19 ? * MON-FRI *)',
  );

/** What Connect knows of channels in current metrics: API Reference, GetCurrentMetricData, `Groupings`. */
const channels = ['VOICE', 'CHAT', 'TASK'] as const;

/**
 * What Amazon Connect counts that is polled, how often and when: docs/metrics.md. Only what differs need be given; nothing is
 * polled unless it is switched on.
 */
export const metricsSettings = z.strictObject({
  /** In whose clocks the business hours are. */
  zone: timeZone.default('UTC'),
  /** Outside them nothing is polled; where they are absent it always is. */
  businessHours: z.array(openHours).min(1).max(14).optional(),
  current: z
    .strictObject({
      on: z.boolean().default(false),
      schedule: schedule.default('rate(1 minute)'),
      /** Between two snapshots within a run's minute. Connect counts anew every 15 s. */
      delaySeconds: z.number().int().min(1).max(60).default(15),
      channels: z
        .array(z.enum(channels))
        .min(1)
        .default([...channels]),
      /** Whether agents are counted by what they are in, once in a run. */
      agentStatuses: z.boolean().default(true),
    })
    .prefault({}),
  historical: z
    .strictObject({
      on: z.boolean().default(false),
      schedule: schedule.default('rate(15 minutes)'),
      intervalMinutes: z.literal([15, 30]).default(15),
      /** For how long after its end an interval is read again: what changes later is not seen. */
      settleHours: z.number().min(1).max(48).default(4),
    })
    .prefault({}),
});
export type MetricsSettings = z.infer<typeof metricsSettings>;
