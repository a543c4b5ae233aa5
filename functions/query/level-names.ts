import {
  connectInstance,
  connectInstancesIndex,
  type LevelNames,
} from '../../model/documents/connect-instance.ts';
import { KnownError } from '../errors.ts';
import type { Ask, SearchAnswer } from './ask.ts';

const read = connectInstance.pick({ hierarchyLevels: true });

/**
 * What the instance calls the levels of its hierarchy; nothing where they never were synced, or cannot be asked now: then
 * they are called by their numbers.
 *
 * @param ask is not limited: every manager may know what a level is called, if not what is in it
 */
export async function levelNamesOf(instanceId: string, ask: Ask): Promise<LevelNames> {
  const body = {
    size: 1,
    track_total_hits: false,
    _source: ['hierarchyLevels'],
    query: { term: { instanceId } },
  };
  const [answer] = await ask([{ index: connectInstancesIndex, body, mayFail: true }]).catch(ifUnavailable);
  return read.safeParse(answer?.hits.hits[0]?._source).data?.hierarchyLevels ?? {};
}

function ifUnavailable(error: unknown): readonly SearchAnswer[] {
  if (error instanceof KnownError && error.kind === 'unavailable') return [];
  throw error;
}
