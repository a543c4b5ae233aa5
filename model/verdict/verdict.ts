import * as z from 'zod';
import { scopes } from './evidence.ts';

/** Whose fault a poor contact is. Wrong is worse than unclear. */
export const faults = ['agent', 'siteOrIsp', 'organisation', 'telephonyOrCustomer', 'unclear'] as const;
export type Fault = (typeof faults)[number];

/** Why a contact is judged at all. */
export const complaints = [
  'poor',
  'setUpFailed',
  'agentScoreLow',
  'customerScoreLow',
  'disconnectIssue',
] as const;
export type Complaint = (typeof complaints)[number];

/** A fact that a verdict rests on, or that speaks against it, with the figure and the limit by which it was told. */
export const finding = z.object({
  fact: z.string(),
  /** Null where it could not be told. */
  holds: z.boolean().nullable(),
  /** In percent, a score, or a count, by the fact. */
  value: z.number().optional(),
  /** How many agents, sites or seconds the value is of. */
  of: z.number().optional(),
  limit: z.number().optional(),
  scope: z.enum(scopes).optional(),
  /** Of the scope (a site's name), or what Amazon Connect or the report said. */
  name: z.string().optional(),
});
export type Finding = Readonly<z.infer<typeof finding>>;

export const verdict = z.object({
  fault: z.enum(faults),
  /** Of model/verdict/rules.ts. */
  rule: z.string(),
  /** Whose call of the contact was judged. */
  agent: z.string().optional(),
  because: z.array(z.enum(complaints)),
  restsOn: z.array(finding),
  against: z.array(finding),
});
export type Verdict = Readonly<z.infer<typeof verdict>>;
