import type { StreamWindowDocument } from '../../../model/documents/stream-window.ts';
import { streamTypes } from '../../../model/quality/sample.ts';
import { callWhen, windowsOf } from './search.ts';
import type { Softphone } from './softphone.ts';
import type { Patience } from './wait-for.ts';

/** Windows of one stream that share a moment: the same thing stored twice. */
export function overlaps(windows: readonly StreamWindowDocument[]): string[] {
  return streamTypes.flatMap((type) => {
    const ordered = windows
      .filter(({ softphoneStreamType }) => softphoneStreamType === type)
      .map(({ startedAt, samples }) => {
        const start = Date.parse(startedAt);
        return { start, end: start + (samples.offsetMillis.at(-1) ?? 0) };
      })
      .sort((a, b) => a.start - b.start);
    return ordered.flatMap(({ start }, i) => {
      const before = ordered[i - 1];
      return before && start < before.end ? [`${type} ${new Date(start).toISOString()}`] : [];
    });
  });
}

/**
 * Waits for the report and both windows of every event that the page got of the call; throws an Error where any of them
 * is there twice.
 */
export async function untilAllIsThereOnce(
  { statsEvents }: Softphone,
  contactId: string,
  patience: Patience,
): Promise<void> {
  const events = statsEvents.filter((event) => event.contactId === contactId).length;
  if (events === 0) throw new Error('The page got no statistics of the call');
  await callWhen(
    `the report and ${events} windows each way`,
    contactId,
    ({ reportArrived, toAgent, fromAgent }) =>
      reportArrived && toAgent.windows === events && fromAgent.windows === events,
    patience,
  );
  const windows = await windowsOf(contactId);
  const twice = overlaps(windows);
  if (windows.length !== 2 * events || twice.length > 0) {
    throw new Error(`Of ${2 * events} windows ${windows.length} are stored; twice: ${twice.join(', ')}`);
  }
}
