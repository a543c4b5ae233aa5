import * as z from 'zod/mini';
import { defaultLimits, type Limits } from '../quality/limits.ts';

/** zod's own brings a schema of a kilobyte with it, for this alone. */
const url = z.pipe(
  z.string(),
  z.transform((text, { issues }) => {
    if (!/^https?:\/\/[^\s/]/.test(text))
      issues.push({ code: 'custom', message: 'Invalid URL', input: text });
    return text;
  }),
);

const limits = (defaults: Limits) =>
  z.prefault(
    z.object({
      mos: z.prefault(z.number(), defaults.mos),
      packetsLostPercent: z.prefault(z.number(), defaults.packetsLostPercent),
      roundTripTimeMillis: z.prefault(z.number(), defaults.roundTripTimeMillis),
      jitterMillis: z.prefault(z.number(), defaults.jitterMillis),
    }),
    {},
  );

/** When the page itself hosts the sound of calls, instead of Connect's frame in it; `onRequest`: of `?softphone=page`. */
export const pageSoftphoneUses = ['onRequest', 'always'] as const;

/** connect-rtc-js as this site publishes it. */
const pageSoftphone = z.object({
  /** Of the library's script, from the page. */
  script: z.string(),
  /** What the script must be (Subresource Integrity). */
  integrity: z.string(),
  use: z.enum(pageSoftphoneUses),
});
export type PageSoftphone = z.infer<typeof pageSoftphone>;

/**
 * `settings.json` of the agents' site, written at deploy time: the same build serves every deployment.
 * zod/mini, because this is parsed in the agents' page, where bytes count.
 */
export const agentSiteSettings = z.object({
  stage: z.string(),
  region: z.string(),
  instanceId: z.string(),
  /** Of the ingest API, without a slash at the end. */
  apiUrl: url,
  /** The softphone (CCP) of the Amazon Connect instance. */
  ccpUrl: url,
  /** Where agents sign in, when that is a SAML identity provider and not Connect itself. */
  samlUrl: z.optional(url),
  /** What is kept, and for how long: shown to the agent. */
  retentionDays: z.number(),
  /** The shortest that anything is kept: what waits in the browser is not kept longer. */
  outboxDays: z.optional(z.number()),
  /** Where they differ from the model's own: the page judges as the server does. */
  qualityLimits: z.prefault(
    z.object({
      fair: limits(defaultLimits.fair),
      poor: limits(defaultLimits.poor),
      minimumPackets: z.prefault(z.number(), defaultLimits.minimumPackets),
      poorCallPercent: z.prefault(z.number(), defaultLimits.poorCallPercent),
      poorCallsTargetPercent: z.prefault(z.number(), defaultLimits.poorCallsTargetPercent),
    }),
    {},
  ),
  /** `off`: agents report problems without words of their own. */
  problemWords: z.optional(z.string()),
  /** `on`: what the softphone logs goes with the calls in which something was wrong. */
  callLogs: z.optional(z.string()),
  /** Where agents sign in before their page sends; all three or none. Without a slash at the end. */
  agentSignInUrl: z.optional(url),
  agentSignInClientId: z.optional(z.string()),
  agentSignInIssuer: z.optional(url),
  /** Where the page may host the sound of calls itself; docs/deploy.md. */
  pageSoftphone: z.optional(pageSoftphone),
  /** `on`: the page checks the computer by itself when an agent signs in. */
  checkAtSignIn: z.optional(z.string()),
  /** Of the check before a call (preflight-site.ts), parsed where that is loaded. */
  preflight: z.optional(z.unknown()),
});
export type AgentSiteSettings = z.infer<typeof agentSiteSettings>;
