import type { CallDocument } from '../../../model/documents/call.ts';
import type { StreamWindowDocument } from '../../../model/documents/stream-window.ts';
import type { StreamType } from '../../../model/quality/sample.ts';
import { callWhen, findWhen, windowsIndices } from './search.ts';
import { type CallRequest, type SimulatedCall, simulator, untilTalked } from './simulator.ts';
import type { Softphone } from './softphone.ts';
import { waitFor } from './wait-for.ts';

export type MeasuredCall = {
  /** What the path really did. */
  readonly relay: SimulatedCall;
  readonly windows: readonly StreamWindowDocument[];
  readonly call: CallDocument;
};

/**
 * Makes a call and waits until all of it is stored.
 *
 * @param softphone of the agent, who has had no call since it was opened
 * @param during what happens in the call before the customer has talked for that long
 */
export async function measuredCall(
  { agent, statsEvents }: Softphone,
  talkSeconds: number,
  request: Omit<CallRequest, 'agent'> = {},
  during: (contactId: string) => Promise<void> = async () => undefined,
): Promise<MeasuredCall> {
  const contactId = await simulator.ring({ ...request, agent });
  let before: number;
  try {
    await during(contactId);
    await untilTalked(contactId, talkSeconds);
  } finally {
    before = statsEvents.length;
    // Also of a test that has failed: the agent is to be rung again.
    await simulator.hangUp(contactId);
  }
  const relay = await simulator.call(contactId);
  const isMore = (count: number) => count > before;
  const events = await waitFor('the last SOFTPHONE_STATS', () => statsEvents.length, isMore);
  const call = await callWhen(
    `the report and ${events} windows each way`,
    contactId,
    ({ reportArrived, toAgent, fromAgent }) =>
      reportArrived && toAgent.windows === events && fromAgent.windows === events,
  );
  const windows = await findWhen<StreamWindowDocument>(
    `${2 * events} windows of ${contactId}`,
    windowsIndices,
    [{ term: { contactId } }],
    (found) => found.length >= 2 * events,
  );
  return { relay, windows, call };
}

export function ofStream(windows: readonly StreamWindowDocument[], type: StreamType): StreamWindowDocument[] {
  return windows.filter(({ softphoneStreamType }) => softphoneStreamType === type);
}
