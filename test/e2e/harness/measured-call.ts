import type { CallDocument } from '../../../model/documents/call.ts';
import type { StreamWindowDocument } from '../../../model/documents/stream-window.ts';
import { type StreamType, streamTypes } from '../../../model/quality/sample.ts';
import { callWhen, findWhen, windowsIndices } from './search.ts';
import { type CallRequest, type SimulatedCall, simulator, untilTalked } from './simulator.ts';

export type MeasuredCall = {
  /** What the path really did. */
  readonly relay: SimulatedCall;
  readonly windows: readonly StreamWindowDocument[];
  readonly call: CallDocument;
};

/** The first seconds of a connection may be missing: its first sample can be cumulative and is then dropped. */
const missingSeconds = 5;

/**
 * Makes a call of an agent whose page is open and waits until all of it is stored.
 *
 * @param during what happens in the call before the customer has talked for that long
 */
export async function measuredCall(
  request: CallRequest,
  talkSeconds: number,
  during: (contactId: string) => Promise<void> = async () => undefined,
): Promise<MeasuredCall> {
  const contactId = await simulator.ring(request);
  await during(contactId);
  await untilTalked(contactId, talkSeconds);
  await simulator.hangUp(contactId);
  const relay = await simulator.call(contactId);
  const isComplete = (found: StreamWindowDocument[]) =>
    streamTypes.every((type) => sampleCount(found, type) >= talkSeconds - missingSeconds);
  const windows = await findWhen(
    `the windows of ${talkSeconds} s of ${contactId}`,
    windowsIndices,
    [{ term: { contactId } }],
    isComplete,
    { within: 30_000 },
  );
  const call = await callWhen('the report', contactId, ({ reportArrived }) => reportArrived);
  return { relay, windows, call };
}

export function ofStream(windows: readonly StreamWindowDocument[], type: StreamType): StreamWindowDocument[] {
  return windows.filter(({ softphoneStreamType }) => softphoneStreamType === type);
}

function sampleCount(windows: readonly StreamWindowDocument[], type: StreamType): number {
  return ofStream(windows, type).reduce((sum, window) => sum + window.sampleCount, 0);
}
