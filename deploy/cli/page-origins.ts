import type { Outputs } from '../read-outputs.ts';
import type { StageSettings } from './stage-settings.ts';

/**
 * The origins that the agents' page may be opened at and send from: its site's, which is the domain of one's own where
 * there is one, and those of `allowedOrigins`.
 */
export function pageOrigins(
  { AgentSiteUrl }: Pick<Outputs, 'AgentSiteUrl'>,
  { parameters }: StageSettings,
): readonly [string, ...string[]] {
  const others = (parameters.allowedOrigins ?? '').split(/[\s,]+/).filter(Boolean);
  const site = new URL(AgentSiteUrl).origin;
  return [site, ...others.filter((origin) => origin !== site)];
}

/** Which of them Connect's softphone refuses to be embedded by; all of them where Connect may not be asked. */
export function originsToApprove(
  origins: readonly string[],
  approved: readonly string[] | undefined,
): readonly string[] {
  // Somebody has typed them into Connect's console.
  const known = new Set(approved?.map((text) => text.trim().replace(/\/+$/, '').toLowerCase()));
  return origins.filter((origin) => !known.has(origin));
}
