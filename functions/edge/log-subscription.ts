import { gunzipSync } from 'node:zlib';
import * as z from 'zod';
import type { StreamRecord } from './stream.ts';

/** Source: Amazon CloudWatch Logs User Guide, "Log group-level subscription filters". */
const delivery = z.object({
  messageType: z.string(),
  logEvents: z.array(z.object({ id: z.string(), timestamp: z.number(), message: z.string() })),
});

/**
 * The lines that CloudWatch Logs delivers to a function: each that is a JSON object, with its event's id as its place. What
 * is none was not written by who writes JSON into the group. Empty of a control message, by which CloudWatch tries out
 * whether anybody is there.
 *
 * @throws Error where it is no delivery of CloudWatch Logs
 */
export function readLogLines({ awslogs }: { readonly awslogs: { readonly data: string } }): StreamRecord[] {
  const json = gunzipSync(Buffer.from(awslogs.data, 'base64')).toString();
  const { messageType, logEvents } = delivery.parse(JSON.parse(json));
  if (messageType !== 'DATA_MESSAGE') return [];
  return logEvents.map(({ id, timestamp, message }) => ({
    raw: parse(message),
    receivedAt: new Date(timestamp),
    place: id,
  }));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
