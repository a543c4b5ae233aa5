import type { ReportFailure } from '../messages/report-names.ts';
import type { Rating } from '../quality/rating.ts';

/**
 * What is known of one agent's call of a contact, as plain figures. What was not measured is absent, never 0: a rule
 * that needs it then says nothing.
 */
export type EvidenceOfContact = {
  /** Absent where the page sent nothing of this call that could be judged. */
  readonly leg?: FailedLeg | HeardLeg;
  /**
   * Of the contact record. What is absent within is no missing evidence: Amazon Connect found nothing to say, and a
   * customer on a telephone has no score. Absent as a whole only where there is no record.
   */
  readonly record?: RecordEvidence;
};

/** No audio flowed: the set-up failed, with these flags of the report. */
export type FailedLeg = { readonly kind: 'failed'; readonly failures: readonly ReportFailure[] };

/** Audio flowed between the agent's page and Amazon Connect. */
export type HeardLeg = {
  readonly kind: 'heard';
  readonly toAgent: DirectionEvidence;
  readonly fromAgent: DirectionEvidence;
  /** The report has failures all the same. */
  readonly setUpFailed?: true;
};

export type DirectionEvidence = {
  /** By the deployment's quality limits; `unclassified` where nothing could be judged. */
  readonly rating: Rating;
  /** Share of the judged seconds that were poor; absent where none could be judged. */
  readonly poorPercent?: number;
  /** What it was rated poor or fair for: `loss`, `jitter`, `roundTripTime`, `mos`. */
  readonly reasons: readonly string[];
  /** Measured seconds in all. */
  readonly seconds: number;
  /** Of these, without any sound while neither muted nor on hold; absent where no level was measured. */
  readonly silentSeconds?: number;
};

/**
 * Amazon Connect's own word on why a call broke off (Administrator Guide, "Data model for contact records",
 * DisconnectDetails).
 */
export const disconnectIssues = [
  'AGENT_CONNECTIVITY_ISSUE',
  'AGENT_DEVICE_ISSUE',
  'CUSTOMER_CONNECTIVITY_ISSUE',
  'CUSTOMER_DEVICE_ISSUE',
] as const;

export type RecordEvidence = {
  /** 1.00 to 5.00, of the agent's connection. */
  readonly agentScore?: number;
  /** The same of the customer's; only calls from an app or a website have one. */
  readonly customerScore?: number;
  /** One of `disconnectIssues`, or one that came later. */
  readonly disconnectIssue?: string;
};

/** With whom an agent shares what may be at fault, the narrowest first. */
export const scopes = ['network', 'site', 'provider'] as const;
/**
 * `network`: the addresses of one public /24 (IPv6: /48), and of one private one where the browser tells it; `site`: by
 * the deployment's list; `provider`: the autonomous system.
 */
export type Scope = (typeof scopes)[number];

/** Other agents who had calls that could be judged, and how many of them had a poor one. */
export type Others = { readonly agents: number; readonly poor: number };

/** The others of one scope. In the minutes around the call are some of those of the hour. */
export type ScopeEvidence = {
  readonly name: string;
  /** Within the scope, half an hour before to half an hour after the call. */
  readonly hour: Others;
  /** Within the scope, in the same minutes as the call. */
  readonly minutes: Others;
  /** In the same minutes outside of the scope: everybody else of the instance. */
  readonly elsewhere: Others;
};

/** What happened to other agents at the time of a call. */
export type Neighbourhood = {
  /** Those that the agent is known to be in. */
  readonly scopes: Readonly<Partial<Record<Scope, ScopeEvidence>>>;
  /** The others of each site in the same minutes, and of each provider. In no order. */
  readonly sites: readonly Others[];
  readonly providers: readonly Others[];
};
