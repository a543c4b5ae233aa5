import { type MetricPoll, metricPoll, metricPollsIndex } from '../../model/documents/metric-poll.ts';
import { KnownError } from '../errors.ts';
import type { Ask, SearchAnswer } from './ask.ts';

/**
 * What the last run of each poller came to; nothing where nothing is polled, or it cannot be asked now.
 *
 * @param ask is not limited: every manager may know whether figures were read, if not which
 */
export async function readMetricPolls(instanceId: string, ask: Ask): Promise<readonly MetricPoll[]> {
  const body = { size: 10, track_total_hits: false, query: { term: { instanceId } } };
  const [answer] = await ask([{ index: metricPollsIndex, body, mayFail: true }]).catch(ifUnavailable);
  return (answer?.hits.hits ?? []).flatMap(({ _source }) => metricPoll.safeParse(_source).data ?? []);
}

function ifUnavailable(error: unknown): readonly SearchAnswer[] {
  if (error instanceof KnownError && error.kind === 'unavailable') return [];
  throw error;
}
