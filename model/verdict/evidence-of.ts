import * as z from 'zod';
import { reportFailures } from '../messages/report-names.ts';
import { ratings } from '../quality/rating.ts';
import type { DirectionEvidence, EvidenceOfContact, RecordEvidence } from './evidence.ts';

const direction = z.object({
  rating: z.enum(ratings),
  ratingReasons: z.array(z.string()),
  poorPercent: z.number().optional(),
  seconds: z.record(z.enum(ratings), z.number()),
  silentSeconds: z.number().optional(),
});

const call = z.object({
  agent: z.string(),
  agentPublicIp: z.string().optional(),
  agentPrivateNetwork: z.string().optional(),
  site: z.string().optional(),
  as: z.object({ number: z.number().optional() }).optional(),
  startedAt: z.string(),
  endedAt: z.string().optional(),
  rating: z.enum(ratings),
  poorPercent: z.number().optional(),
  setupFailed: z.boolean().optional(),
  failures: z.array(z.enum(reportFailures)),
  toAgent: direction,
  fromAgent: direction,
});

const score = z.object({ score: z.number().optional() }).optional();

/** What a verdict needs of a contact's document. */
export const judgedContact = z.object({
  agent: z.string().optional(),
  potentialDisconnectIssue: z.string().optional(),
  nativeQuality: z.object({ agent: score, customer: score }).optional(),
  calls: z.array(call),
});
export type JudgedContact = z.infer<typeof judgedContact>;
export type JudgedCall = JudgedContact['calls'][number];

/**
 * Which of a contact's calls is judged: the worst; of equals that of the agent whom the record names, else the first.
 * Undefined where no agent's page told of the contact.
 */
export function callToJudge({ agent, calls }: JudgedContact): JudgedCall | undefined {
  const badness = ({ rating, poorPercent, ...its }: JudgedCall) => [
    rating === 'poor' ? 1 : 0,
    poorPercent ?? (its.setupFailed ? 100 : -1),
    its.agent === agent ? 1 : 0,
  ];
  return calls.toSorted((a, b) => descending(badness(a), badness(b)) || ascending(a, b))[0];
}

/** Of a contact's document the figures that the rules ask for; pure. */
export function evidenceOf(contact: JudgedContact): EvidenceOfContact {
  const its = callToJudge(contact);
  const record = recordOf(contact);
  if (!its) return { record };
  const [toAgent, fromAgent] = [directionOf(its.toAgent), directionOf(its.fromAgent)];
  const isHeard = [toAgent, fromAgent].some(({ rating }) => rating !== 'unclassified');
  if (its.failures.length > 0 && !isHeard) return { leg: { kind: 'failed', failures: its.failures }, record };
  const setUpFailed = its.failures.length > 0 ? { setUpFailed: true as const } : {};
  return { leg: { kind: 'heard', toAgent, fromAgent, ...setUpFailed }, record };
}

function recordOf({ nativeQuality, potentialDisconnectIssue }: JudgedContact): RecordEvidence {
  const agentScore = nativeQuality?.agent?.score;
  const customerScore = nativeQuality?.customer?.score;
  return {
    ...(agentScore === undefined ? {} : { agentScore }),
    ...(customerScore === undefined ? {} : { customerScore }),
    ...(potentialDisconnectIssue === undefined ? {} : { disconnectIssue: potentialDisconnectIssue }),
  };
}

function directionOf({
  rating,
  ratingReasons,
  poorPercent,
  ...its
}: JudgedCall['toAgent']): DirectionEvidence {
  const { good, fair, poor, unclassified } = its.seconds;
  return {
    rating,
    ...(poorPercent === undefined ? {} : { poorPercent }),
    reasons: ratingReasons,
    seconds: good + fair + poor + unclassified,
    ...(its.silentSeconds === undefined ? {} : { silentSeconds: its.silentSeconds }),
  };
}

function descending(a: readonly number[], b: readonly number[]): number {
  const i = a.findIndex((value, at) => value !== b[at]);
  return i < 0 ? 0 : (b[i] ?? 0) - (a[i] ?? 0);
}

function ascending(a: JudgedCall, b: JudgedCall): number {
  return a.startedAt < b.startedAt || (a.startedAt === b.startedAt && a.agent < b.agent) ? -1 : 1;
}
