import type { MetricPoll, PollFault } from '../../model/documents/metric-poll.ts';
import { describeError } from '../edge/describe-error.ts';
import type { Telemetry } from '../edge/telemetry.ts';
import { KnownError } from '../errors.ts';

/** What a poller's run comes to, while it is at it. */
export type PollTally = {
  readonly answered: (requests?: number) => void;
  readonly stored: (documents: number) => void;
  readonly went: (fault: PollFault, times?: number) => void;
  /** Whether nothing was wrong but figures that Connect does not have, so that to ask again would bring nothing more. */
  readonly isWhole: () => boolean;
  readonly result: () => Pick<MetricPoll, 'requests' | 'documents' | 'faults'>;
};

export function makePollTally(): PollTally {
  const faults: Partial<Record<PollFault, number>> = {};
  let [requests, documents] = [0, 0];
  return {
    answered: (more = 1) => {
      requests += more;
    },
    stored: (more) => {
      documents += more;
    },
    went: (fault, times = 1) => {
      if (times > 0) faults[fault] = (faults[fault] ?? 0) + times;
    },
    isWhole: () => Object.keys(faults).every((fault) => fault === 'missingMetric'),
    result: () => ({ requests, documents, faults: { ...faults } }),
  };
}

/**
 * Asks Connect something, and notes where that fails: what else is asked for is still of use.
 *
 * @param about what was asked, without names of anybody
 * @throws KnownError `unavailable` while the search service cannot be reached: then nothing that is asked for can be stored
 */
export async function askNoting(
  ask: () => Promise<void>,
  tally: PollTally,
  telemetry: Pick<Telemetry, 'warn'>,
  about: string,
): Promise<void> {
  try {
    await ask();
  } catch (error) {
    if (error instanceof KnownError) throw error;
    const isThrottled = error instanceof Error && error.name === 'ThrottlingException';
    tally.went(isThrottled ? 'throttled' : 'failed');
    telemetry.warn('Amazon Connect does not answer', { about, error: describeError(error) });
  }
}
