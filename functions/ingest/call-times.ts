import type { Call, CallEvent } from '../../model/messages/call.ts';
import type { NamedTime } from '../enrich/plausible-times.ts';

/** Where a message says when its call began. */
export function startOfCall(call: Call): NamedTime {
  return { path: '$.call.startedAt', at: call.startedAt };
}

/** Where a message says when something happened to its call. */
export function eventTimes(events: readonly CallEvent[]): NamedTime[] {
  return events.map(({ at }, i) => ({ path: `$.events[${i}].at`, at }));
}
