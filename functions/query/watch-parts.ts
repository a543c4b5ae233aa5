import { type Ask, isPartOfIt } from './ask.ts';

/**
 * The same as another, and whether it has ever given a part of the data for the whole. What may fail is left to whoever
 * asks for it.
 */
export function watchParts(ask: Ask): { readonly ask: Ask; readonly sawPart: () => boolean } {
  let seen = false;
  return {
    ask: async (searches) => {
      const answers = await ask(searches);
      seen ||= answers.some((answer, i) => !searches[i]?.mayFail && isPartOfIt(answer));
      return answers;
    },
    sawPart: () => seen,
  };
}
