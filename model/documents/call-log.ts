import * as z from 'zod';
import type { LogLine } from '../logs/limits.ts';
import { callLog } from '../messages/call-log.ts';
import {
  type ContactFacts,
  contactFacts,
  type Dimensions,
  dimensions,
  type Stamps,
  stamps,
} from './dimensions.ts';
import {
  contactFactsMapping,
  date,
  dimensionsMapping,
  integer,
  type Properties,
  stampsMapping,
  stored,
} from './mapping.ts';

/** A part of what Streams logged in the minutes of one agent's call: `softphone-call-logs-*`. */
export const callLogDocument = z.object({
  ...stamps.shape,
  ...dimensions.shape,
  ...contactFacts.shape,
  startedAt: z.string(),
  part: callLog.shape.part,
  lineCount: z.number(),
  lines: callLog.shape.lines,
});
export type CallLogDocument = z.infer<typeof callLogDocument>;

/** The lines are found by nothing: nobody searches what a library wrote. */
export const callLogMapping: Properties = {
  ...stampsMapping,
  ...dimensionsMapping,
  ...contactFactsMapping,
  startedAt: date,
  part: integer,
  lineCount: integer,
  lines: stored,
};

/** Makes the document of a part; pure. `startedAt` is the call's, so that both lie in indices of the same date. */
export function makeCallLog(input: {
  part: number;
  lines: readonly LogLine[];
  startedAt: string;
  stamps: Stamps;
  dimensions: Dimensions;
  contact: ContactFacts;
}): CallLogDocument {
  const { part, lines, startedAt } = input;
  return {
    ...input.stamps,
    ...input.dimensions,
    ...input.contact,
    startedAt,
    part,
    lineCount: lines.length,
    lines: [...lines],
  };
}

/** The parts of a log document's id. */
export function callLogIdentity(
  of: { instanceId: string; contactId: string; agent: string },
  part: number,
): readonly string[] {
  return ['log', of.instanceId, of.contactId, of.agent, String(part)];
}
