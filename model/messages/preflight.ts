import * as z from 'zod';
import { instant } from './envelope.ts';

/** What is looked at before the first call, in the order in which it is shown. The unit of each one's `value` beside it. */
export const preflightChecks = [
  /** Whether the browser can make calls. Value: its major version. */
  'browser',
  /** Whether the page may use the microphone. No value. */
  'microphonePermission',
  /** How loud it is. Value: the highest level heard, 0 to 1. */
  'microphoneLevel',
  /** Whether there is a microphone, and a way to hear. Value: how many microphones. */
  'devices',
  /** What the sound hardware runs at. Value: Hz. */
  'sampleRate',
  /** The way to a TURN server by UDP. Value: through its relay and back, ms, where that could be measured; so of the other two. */
  'turnUdp',
  'turnTcp',
  'turnTls',
  /** To Amazon Connect's endpoint of the region and back. Value: the median, ms. */
  'regionRoundTrip',
  /** To this deployment's API and back. Value: the median, ms. */
  'apiRoundTrip',
  /** What the computer has left for sound. Value: the share of the time that it was free, 0 to 1. */
  'processor',
  /** Value: how wrong this computer's clock is, ms; positive when it is behind. */
  'clockSkew',
] as const;
export type PreflightCheck = (typeof preflightChecks)[number];

/** Worst first. `skipped` says nothing, neither good nor bad. */
export const checkOutcomes = ['failed', 'limited', 'passed', 'skipped'] as const;
export type CheckOutcome = (typeof checkOutcomes)[number];

/** Why a check did not pass: a closed set, for what browsers and networks say may hold names and addresses. */
export const preflightReasons = [
  /** The browser, or a thing in it, cannot do what is needed. */
  'unsupported',
  /** The browser works, but is older than what Amazon Connect supports. */
  'outdated',
  /** Whoever sat there, or a policy, said no. */
  'denied',
  /** Nobody has been asked yet. */
  'notAsked',
  'missing',
  /** Another program has it. */
  'inUse',
  'silent',
  'quiet',
  /** It worked once; now it is gone or fails. */
  'broken',
  /** The network let nothing through: no server of that way answered. */
  'blocked',
  'timedOut',
  'wrongCredentials',
  'unreachable',
  /** The other side answered, with a refusal. */
  'refused',
  'highRoundTrip',
  'slow',
  /** The clock is behind, or ahead. */
  'late',
  'early',
  'low',
  /** There is nothing to check it with: neither Amazon Connect nor the deployment gave it. */
  'notConfigured',
  /** The agent ended the check before it came to that. */
  'cancelled',
] as const;
export type PreflightReason = (typeof preflightReasons)[number];

export const preflightOutcomes = ['failed', 'limited', 'ready'] as const;

/** One run of the check: on its own page, or by itself when an agent signs in. No device's label: they hold people's names. */
export const preflight = z.object({
  startedAt: instant,
  trigger: z.enum(['page', 'signIn']),
  /** `failed`: a call would not work; `limited`: it would, but badly or by a detour. */
  outcome: z.enum(preflightOutcomes),
  checks: z
    .array(
      z.object({
        check: z.enum(preflightChecks),
        outcome: z.enum(checkOutcomes),
        reason: z.enum(preflightReasons).optional(),
        /** In the check's own unit, see `preflightChecks`; absent where nothing was measured. */
        value: z.number().min(-1e12).max(1e12).optional(),
      }),
    )
    .min(1)
    .max(preflightChecks.length)
    .refine((checks) => new Set(checks.map(({ check }) => check)).size === checks.length, {
      message: 'each check at most once',
    }),
});
export type Preflight = z.infer<typeof preflight>;
