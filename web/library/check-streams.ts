import * as z from 'zod/mini';
import type { Streams } from '../monitor/streams.ts';

const fn = z.custom<() => unknown>((given) => typeof given === 'function');
/** Streams is a function in some of its versions, and an object in others. */
const streams = z.object({
  core: z.object({ getEventBus: fn }),
  EventType: z.object({ SOFTPHONE_STATS: z.string(), SOFTPHONE_REPORT: z.string(), API_METRIC: z.string() }),
  ContactEvents: z.object({ ACCEPTED: z.string() }),
  agent: fn,
  version: z.optional(z.string()),
});

/** Throws a TypeError that says what to do, where this is not amazon-connect-streams, or has not been initialised. */
export function checkStreams(connect: Streams): { readonly version: string | undefined } {
  const seen = streams.safeParse(connect);
  if (!seen.success) {
    throw new TypeError(
      'createQualityMonitor: connect: Hand over the global `connect` of amazon-connect-streams 2 or newer.',
    );
  }
  if (!connect.core.getEventBus()) {
    throw new TypeError('createQualityMonitor: connect: Call connect.core.initCCP() first.');
  }
  return { version: seen.data.version };
}
