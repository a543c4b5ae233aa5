import * as z from 'zod';
import { dimensions } from '../query/dimension.ts';
import type { Split } from '../query/split.ts';
import { quietHours } from './quiet-hours.ts';

/** How bad what a rule watches for is; the worst last. */
export const severities = ['warning', 'critical'] as const;
export type Severity = (typeof severities)[number];

/** By what a measure can be watched, each value by itself, and to which values it can be narrowed. */
export type AlertSplit = Exclude<Split, 'failure'>;
export const alertSplits: readonly AlertSplit[] = [...dimensions, 'operation'];
const split = z.enum(alertSplits as [AlertSplit, ...AlertSplit[]]);

const values = z.array(z.string().min(1).max(512)).min(1).max(100);
const minutes = z.number().int().min(5).max(1440);

const ofAnyRule = {
  /** What alerts know it by; never changed. */
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'small letters, digits and hyphens'),
  name: z.string().trim().min(1).max(100),
  enabled: z.boolean(),
  severity: z.enum(severities),
  /** Only calls, or requests, with one of these values of each that is given. */
  filters: z.partialRecord(split, values),
  /** How far back is looked, each time. */
  windowMinutes: minutes,
  quietHours: quietHours.optional(),
};

/** Watches a measure: raised when it is surely worse than one limit, cleared when it is no worse than another. */
export const measureRule = z.strictObject({
  ...ofAnyRule,
  kind: z.literal('measure'),
  /** Its id in dashboards/measures. */
  measure: z.string().max(60),
  split: split.optional(),
  /** In the measure's unit. */
  raise: z.number(),
  clear: z.number(),
  /** A figure that rests on fewer says nothing. */
  minimumCount: z.number().int().min(1).max(1_000_000),
});
export type MeasureRule = z.infer<typeof measureRule>;

/** The most calls of an agent that are looked at. */
export const longestRun = 20;

/** Watches each agent's calls in turn: raised when so many are poor one after the other. */
export const runRule = z.strictObject({
  ...ofAnyRule,
  kind: z.literal('run'),
  poorCalls: z.number().int().min(3).max(longestRun),
  /** How many that are not poor, one after the other, clear it. */
  clearAfter: z.number().int().min(1).max(longestRun),
});
export type RunRule = z.infer<typeof runRule>;

export const alertRule = z.discriminatedUnion('kind', [measureRule, runRule]);
export type AlertRule = z.infer<typeof alertRule>;

/** All rules of a deployment; their order is that of the page. */
export const alertRules = z.array(alertRule).max(50);
