import { KnownError } from '../errors.ts';
import { type Ask, isPartOfIt } from './ask.ts';

/**
 * The same as another, for who would conclude something wrong from a part of the data.
 *
 * @throws KnownError `unavailable` where some of the data cannot be looked at now
 */
export function onlyWhole(ask: Ask): Ask {
  return async (searches) => {
    const answers = await ask(searches);
    if (answers.some(isPartOfIt)) {
      throw new KnownError('unavailable', 'The search service does not reach all of the data now.');
    }
    return answers;
  };
}
