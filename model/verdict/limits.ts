/** The limits of the rules that say whose fault a poor contact is, in one table. Each can be set at deploy time. */
export type VerdictLimits = {
  /** With fewer other agents to compare with, nothing is concluded from how they fared. */
  readonly fewestOthers: number;
  /** Others are fine when at most this share of them had a poor call, in percent. */
  readonly fineAtMostPercent: number;
  /** Where this agent's side shows by itself, up to this share of the others may have troubles of their own. */
  readonly mixedAtMostPercent: number;
  /** It is a shared fault when at least this share of the others had it, in percent… */
  readonly sharedFromPercent: number;
  /** …and at least so many of them: with this agent that is one more. */
  readonly fewestSharing: number;
  /** A fault of all sites needs so many of them to have agents enough. */
  readonly fewestSites: number;
  /** An agent's call is compared with calls that others had at most so many minutes before or after. */
  readonly hourMinutes: number;
  /** What happened at most so many minutes apart happened in the same minutes. */
  readonly sameMinutes: number;
  /** A direction is silent when at least this share of its seconds had no sound, in percent… */
  readonly silentPercent: number;
  /** …of at least so many. */
  readonly fewestSilenceSeconds: number;
  /** Amazon Connect's own score is low below this; 1 to 5. */
  readonly lowNativeScore: number;
};

/**
 * Where they come from. `fewestOthers` and `lowNativeScore` are what the product promises. A fifth: of three or four
 * others none may have had a poor call, of five one. A half, and two others at least, is "several"; between a fifth and a
 * half nothing is said. A third lets one of three have troubles of his own. Half an hour on either side is the hour that
 * a shift remembers; five minutes let a short fault be seen in the calls beside it, which are judged as a whole.
 * Silence: in a conversation a person speaks 39 % of the time (ITU-T P.59, "Artificial conversational speech"), so a live
 * microphone is silent 61 % at most, with one that lets no noise through; 80 % is far from that, and 20 s are longer
 * than a person listens to an answer.
 */
export const defaultVerdictLimits: VerdictLimits = {
  fewestOthers: 3,
  fineAtMostPercent: 20,
  mixedAtMostPercent: 34,
  sharedFromPercent: 50,
  fewestSharing: 2,
  fewestSites: 2,
  hourMinutes: 30,
  sameMinutes: 5,
  silentPercent: 80,
  fewestSilenceSeconds: 20,
  lowNativeScore: 3,
};
