import { KnownError } from '../../errors.ts';
import type { Ask, SearchAnswer } from '../ask.ts';
import { type PanelSearch, searchOf } from './panel-search.ts';
import type { Question } from './question.ts';
import { namesAllLines, type Shared, shareSearches } from './share-searches.ts';

/** What was found of a panel's searches, in their order. */
export type Found = readonly SearchAnswer[];

/** Why not all of it was found. */
export const failureIn = (found: Found) => found.find(({ failure }) => failure)?.failure;

/**
 * Asks for several panels at once, and once for what several need. Where that much together is refused (it may have more
 * buckets than a search may), each panel is asked for by itself: one of them is then all that is missing. Where lines do
 * not name all values, whoever took them for the whole asks once more.
 */
export async function askTogether(questions: readonly Question[], ask: Ask): Promise<readonly Found[]> {
  const first = await askOnce(questions, ask, shareSearches);
  const { found: together } = first.isAll ? first : await askOnce(questions, ask, shareNoLines);
  const refused = questions.filter((_, i) => isRefused(together[i]));
  if (refused.length < 2) return together;
  const alone = [...(await askOnce(refused, ask, shareNone)).found];
  return together.map((found) => (isRefused(found) ? (alone.shift() ?? found) : found));
}

/** Not for now: what the search service has no time for would only be more to do. */
function isRefused(found: Found = []): boolean {
  const failure = failureIn(found);
  return failure !== undefined && !(failure instanceof KnownError);
}

const shareNoLines = (searches: readonly PanelSearch[]) => shareSearches(searches, false);

function shareNone(searches: readonly PanelSearch[]): Shared {
  return { searches, places: searches.map((_, i) => i) };
}

async function askOnce(
  questions: readonly Question[],
  ask: Ask,
  share: (searches: readonly PanelSearch[]) => Shared,
): Promise<{ readonly found: readonly Found[]; readonly isAll: boolean }> {
  const { searches, places } = share(questions.flatMap((question) => question.searches));
  if (searches.length === 0) return { found: questions.map(() => []), isAll: true };
  const found = await ask(searches.map((search) => ({ ...searchOf(search), mayFail: true })));
  const left = [...places];
  return {
    found: questions.map((question) =>
      left.splice(0, question.searches.length).flatMap((place) => found[place] ?? []),
    ),
    isAll: searches.every((search, i) => namesAllLines(search, found[i]?.aggregations ?? {})),
  };
}
