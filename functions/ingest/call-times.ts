import type { Call, CallEvent, CallWarning } from '../../model/messages/call.ts';
import type { CallLog } from '../../model/messages/call-log.ts';
import type { CallProblem } from '../../model/messages/problem.ts';
import type { NamedTime } from '../enrich/plausible-times.ts';

/** Where a message says when its call began. */
export function startOfCall(call: Call): NamedTime {
  return { path: '$.call.startedAt', at: call.startedAt };
}

/** Where a message says when something happened to its call. */
export function eventTimes(events: readonly CallEvent[]): NamedTime[] {
  return events.map(({ at }, i) => ({ path: `$.events[${i}].at`, at }));
}

/** Where a message says when its agent was warned. */
export function warningTimes(warnings: readonly CallWarning[] = []): NamedTime[] {
  return warnings.map(({ at }, i) => ({ path: `$.warnings[${i}].at`, at }));
}

/** Where a message says when its agent found something wrong; that may be long after the call. */
export function problemTimes(problem: CallProblem | undefined): NamedTime[] {
  if (!problem) return [];
  const { symptoms, words } = problem;
  const ofWords = words ? [{ path: '$.problem.words.at', at: words.at }] : [];
  return [...symptoms.map(({ at }, i) => ({ path: `$.problem.symptoms[${i}].at`, at })), ...ofWords];
}

/** Where a message says when a line of its log was written. */
export function logTimes(log: CallLog | undefined): NamedTime[] {
  return (log?.lines ?? []).map(({ at }, i) => ({ path: `$.log.lines[${i}].at`, at }));
}
