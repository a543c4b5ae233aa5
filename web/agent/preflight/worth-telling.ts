import type { Checked } from './finding.ts';
import { wordsFor } from './words.ts';

/** The softphone's page says these itself, as soon as they are so. */
const saidElsewhere: ReadonlySet<Checked['check']> = new Set(['microphonePermission', 'devices']);

/** What an agent is told at sign-in: what would make calls fail, or makes them take a detour. The rest is for the check's page. */
export function worthTelling(checks: readonly Checked[]): string | undefined {
  const unsaid = checks.filter(({ check }) => !saidElsewhere.has(check));
  const worst = unsaid.find(({ outcome }) => outcome === 'failed') ?? unsaid.find(isDetour);
  return worst && wordsFor(worst)?.agent;
}

function isDetour({ check, outcome }: Checked): boolean {
  return check === 'turnUdp' && outcome === 'limited';
}
