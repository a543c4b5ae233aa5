import type { CallDocument } from '../../../model/documents/call.ts';
import { callWhen } from '../../e2e/harness/search.ts';
import { simulator, untilTalked } from '../../e2e/harness/simulator.ts';
import type { Softphone } from '../../e2e/harness/softphone.ts';
import { waitFor } from '../../e2e/harness/wait-for.ts';
import type { Case } from './cases.ts';

/** How the page comes by its figures. */
export type Mode = 'framed' | 'page';

/** What came of a case; times in seconds, by the clock of this machine, from when the trouble began and from when it was over. */
export type Outcome = {
  readonly name: string;
  readonly mode: Mode;
  /** Everything that the agent was warned of in the call, as it is stored. */
  readonly seen: string;
  readonly raisedAfter?: number;
  readonly mostUntilRaised?: number;
  readonly clearedAfter?: number;
  readonly mostUntilCleared?: number;
};

/** Where the page measures by itself a warning is to come so soon after it could be known. */
const soon = 5;
/** Else with the next half minute that the frame hands over, and that takes a moment. */
const windowSeconds = 30 + soon;
/** The longest that a rule looks back and counts (rules.ts: 15 s of reports, and 5 good ones), and a report. */
const longestClearing = 30;
/** Long enough for the first second of a connection, which tells less. */
const leadSeconds = 8;

/** Spoils a call, mends it, ends it, and reads from the search service what the agent was warned of. */
export async function runCase(one: Case, mode: Mode, softphone: Softphone): Promise<Outcome> {
  const contactId = await simulator.ring({ agent: softphone.agent });
  const call = { softphone, contactId };
  await untilTalked(contactId, leadSeconds);
  const begun = Date.now();
  await one.begin(call);
  const slack = mode === 'page' ? soon : windowSeconds;
  const mostUntilRaised = one.knownAfter + slack;
  if (one.kind) await isShown(softphone, one.kind, true, mostUntilRaised);
  else await untilTalked(contactId, leadSeconds + (one.lasts ?? 0));
  const mended = Date.now();
  await one.end(call);
  const mostUntilCleared = longestClearing + (mode === 'page' ? 0 : windowSeconds);
  if (one.kind) await isShown(softphone, one.kind, false, mostUntilCleared);
  await simulator.hangUp(contactId);
  const events = () => softphone.statsEvents.length;
  const isWhole = ({ reportArrived, fromAgent }: CallDocument) =>
    reportArrived && fromAgent.windows >= events();
  const stored = await callWhen('the whole call', contactId, isWhole);
  const times = (await one.times?.(contactId)) ?? { begun, mended };
  return { ...outcomeOf(one, stored, times), mode, mostUntilRaised, mostUntilCleared };
}

/** Twice as long as it may take: that it took too long is to be seen in figures, not in a wait that was given up. */
async function isShown({ page }: Softphone, kind: string, wanted: boolean, within: number): Promise<void> {
  const warning = page.locator(`[data-testid=warning][data-kind=${kind}]`);
  const isThere = async () => (await warning.count()) > 0;
  await waitFor(`${kind} ${wanted ? 'shown' : 'cleared'}`, isThere, (is) => is === wanted, {
    within: 2000 * within,
  }).catch((error: Error) => console.info(error.message));
}

function outcomeOf(
  { name, kind }: Case,
  { warnings = [] }: CallDocument,
  { begun, mended }: { readonly begun: number; readonly mended: number },
) {
  const secondsFrom = (from: number, change: string) => {
    const found = warnings.find((one) => one.kind === kind && one.change === change);
    return found && { after: Math.round((Date.parse(found.at) - from) / 100) / 10 };
  };
  const [raised, cleared] = [secondsFrom(begun, 'shown'), secondsFrom(mended, 'cleared')];
  return {
    name,
    seen: warnings.map((one) => `${one.kind} ${one.change}`).join(', ') || 'none',
    ...(raised ? { raisedAfter: raised.after } : {}),
    ...(cleared ? { clearedAfter: cleared.after } : {}),
  };
}

/** Whether the right warning, and no other, came and went in time. */
export function isRight({ kind }: Case, outcome: Outcome): boolean {
  const { seen, raisedAfter, clearedAfter, mostUntilRaised = 0, mostUntilCleared = 0 } = outcome;
  if (!kind) return seen === 'none';
  return (
    seen === `${kind} shown, ${kind} cleared` &&
    (raisedAfter ?? Number.POSITIVE_INFINITY) <= mostUntilRaised &&
    (clearedAfter ?? Number.POSITIVE_INFINITY) <= mostUntilCleared
  );
}

/** A line for each case. */
export function tableOf(rows: readonly (Outcome & { readonly ok: boolean })[]): string {
  const seconds = (is: number | undefined, most: number | undefined) =>
    is === undefined ? '' : `${is.toFixed(1)} (${most})`;
  const lines = rows.map((row) => [
    row.name,
    row.mode,
    row.seen,
    seconds(row.raisedAfter, row.mostUntilRaised),
    seconds(row.clearedAfter, row.mostUntilCleared),
    row.ok ? 'ok' : 'NOT OK',
  ]);
  const all = [
    ['case', 'mode', 'warned of', 'raised after s (most)', 'cleared after s (most)', ''],
    ...lines,
  ];
  const widths = (all[0] ?? []).map((_, i) => Math.max(...all.map((line) => line[i]?.length ?? 0)));
  return all.map((line) => line.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')).join('\n');
}
