import * as z from 'zod';
import { date, keyword, type Properties, stored } from '../documents/mapping.ts';
import { type AlertSplit, alertRule, alertSplits } from './rule.ts';

/** Where alerts are told: the topic of Amazon SNS (mails hang on it), and a webhook. */
export const channels = ['topic', 'webhook'] as const;
export type Channel = (typeof channels)[number];

export const alertEvents = ['raised', 'cleared'] as const;
export type AlertEvent = (typeof alertEvents)[number];

const instant = z.iso.datetime();

/** That an event is to be told on a channel, and what became of it. */
export const notice = z.object({
  event: z.enum(alertEvents),
  channel: z.enum(channels),
  /** `dropped`: it was over before its quiet hours were, or nobody took it for a week. */
  status: z.enum(['waiting', 'delivered', 'dropped']),
  /** In vain. */
  attempts: z.number(),
  /** Not tried again before. */
  notBefore: instant.optional(),
  /** Since when the status is so. */
  at: instant,
});
export type Notice = z.infer<typeof notice>;

/** A measure's value, in its unit, or an agent's poor calls in a row; of how many, and when. */
const reading = z.object({ value: z.number(), restsOn: z.number(), at: instant });
export type Reading = z.infer<typeof reading>;

/** Why an alert is over: `noData` when for a while there was too little to judge by. */
export const clearings = ['recovered', 'noData', 'ruleChanged', 'ruleOff'] as const;
export type Clearing = (typeof clearings)[number];

const scope = z.partialRecord(z.enum(alertSplits as [AlertSplit, ...AlertSplit[]]), z.array(z.string()));

/** One time that a rule was raised, of one group of calls or requests: `softphone-alerts`. */
export const alert = z.object({
  /** The same however often it is worked out: of the rule, the group and when it was raised. */
  id: z.string(),
  /** Counts what is written of it, so that an older writing never replaces a newer. */
  revision: z.number(),
  /** As it was, so that the alert can be read when the rule has changed. */
  rule: alertRule,
  /** The value of what the rule splits by; null where it splits by nothing. */
  group: z.string().nullable(),
  /** All that it is about has one of these values, so whoever may see those may see it. */
  scope,
  raisedAt: instant,
  clearedAt: instant.optional(),
  because: z.enum(clearings).optional(),
  /** When it was raised, when it was worst, and the last that could be judged. */
  first: reading,
  worst: reading,
  latest: reading,
  notices: z.array(notice),
});
export type Alert = z.infer<typeof alert>;

/** An alert as it is kept for the page: beside itself what it is found by, and whom it names, so that it can be erased. */
export type AlertDocument = {
  readonly raisedAt: string;
  readonly clearedAt?: string;
  readonly agent?: readonly string[];
  readonly alert: Alert;
};

/** The few documents of alerts lie in one index each, which no date is part of. */
export const alertsIndex = 'softphone-alerts';
export const alertStatesIndex = 'softphone-alert-states';
export const alertRulesIndex = 'softphone-alert-rules';

export const alertMapping: Properties = {
  raisedAt: date,
  clearedAt: date,
  agent: keyword,
  alert: stored,
};
export const alertStateMapping: Properties = { at: date, entries: stored, troubles: stored };
export const alertRulesMapping: Properties = { savedAt: date, rules: stored };

/** The document of an alert. */
export function alertDocument(its: Alert): AlertDocument {
  const { raisedAt, clearedAt, scope } = its;
  const agent = scope.agent ? { agent: scope.agent } : {};
  return { raisedAt, ...(clearedAt ? { clearedAt } : {}), ...agent, alert: its };
}
