import type { CallEvent, CallWarning } from '../messages/call.ts';
import type { CallProblem } from '../messages/problem.ts';
import type { CallReport } from '../messages/softphone-report.ts';
import type { CallWindow } from '../quality/call-window.ts';
import type { ContactFacts, Dimensions, Stamps } from './dimensions.ts';

/** Who and where, as the message that is newest by its own time said. */
export type CallFacts = {
  readonly at: string;
  readonly dimensions: Dimensions;
  readonly contact: Omit<ContactFacts, keyof QueueFacts>;
};

type QueueFacts = Pick<ContactFacts, 'contactQueue' | 'contactQueueArn'>;

/**
 * The queue that the contact came from: as the message that came first, of those that name one, said, by the server's
 * clock. An agent's contact comes from one queue (a transfer is another contact), so pages say the same each time.
 * Whose view the call is in hangs on it (model/settings/manager-limits.ts): who knows a call's ids, where agents need not
 * sign in to send, must not move it into another, and can choose any time in a message but not when it comes.
 */
export type CallQueue = QueueFacts & { readonly receivedAt: string };

/**
 * All that is known of a call, kept beside its summary so that the summary can always be made again. Merging is
 * commutative, associative and idempotent: whatever order messages arrive in, and however often, the call is the same.
 */
export type CallParts = {
  readonly startedAt: string;
  readonly stamps: Stamps;
  readonly facts: CallFacts;
  /** Absent while no message names one. */
  readonly queue?: CallQueue;
  /** By the id of the window's document. */
  readonly windows: Readonly<Record<string, CallWindow>>;
  readonly events: readonly CallEvent[];
  readonly report?: CallReport;
  readonly problem?: CallProblem;
  readonly warnings?: readonly CallWarning[];
};

/** Puts together what two messages, or a message and a stored call, say of the same call. */
export function mergeCallParts(a: CallParts, b: CallParts): CallParts {
  const report = greater(a.report, b.report, () => '');
  const queue = first(a.queue, b.queue);
  const problem = mergeProblems(a.problem, b.problem);
  const warnings = mergeWarnings(a.warnings ?? [], b.warnings ?? []);
  return {
    startedAt: earlier(a.startedAt, b.startedAt),
    stamps: mergeStamps(a.stamps, b.stamps),
    facts: greater(a.facts, b.facts, (facts) => facts.at) ?? a.facts,
    ...(queue ? { queue } : {}),
    windows: mergeWindows(a.windows, b.windows),
    events: mergeEvents(a.events, b.events),
    ...(report ? { report } : {}),
    ...(problem ? { problem } : {}),
    ...(warnings.length > 0 ? { warnings } : {}),
  };
}

function mergeStamps(a: Stamps, b: Stamps): Stamps {
  const first = a['@timestamp'] <= b['@timestamp'] ? a : b;
  const { receivedAt: _, ...rest } = first;
  return { ...rest, receivedAt: later(a.receivedAt, b.receivedAt) };
}

function mergeWindows(a: CallParts['windows'], b: CallParts['windows']): CallParts['windows'] {
  const merged: Record<string, CallWindow> = { ...a };
  for (const [id, window] of Object.entries(b)) merged[id] = greater(merged[id], window, () => '') ?? window;
  return Object.fromEntries(Object.entries(merged).sort(([x], [y]) => compare(x, y)));
}

function mergeEvents(a: readonly CallEvent[], b: readonly CallEvent[]): readonly CallEvent[] {
  return mergeByKey(a, b, ({ at, type }) => `${at} ${type}`);
}

function mergeWarnings(a: readonly CallWarning[], b: readonly CallWarning[]): readonly CallWarning[] {
  return mergeByKey(a, b, ({ at, kind, change }) => `${at} ${kind} ${change}`);
}

/** Each once, in the order of their keys. */
function mergeByKey<Value>(
  a: readonly Value[],
  b: readonly Value[],
  keyOf: (value: Value) => string,
): readonly Value[] {
  const byKey = new Map([...a, ...b].map((value) => [keyOf(value), value]));
  return [...byKey.entries()].sort(([x], [y]) => compare(x, y)).map(([, value]) => value);
}

/** Of each symptom, and of the words, what was said last. */
function mergeProblems(a: CallProblem | undefined, b: CallProblem | undefined): CallProblem | undefined {
  if (!a && !b) return undefined;
  const bySymptom = new Map<string, CallProblem['symptoms'][number]>();
  for (const said of [...(a?.symptoms ?? []), ...(b?.symptoms ?? [])]) {
    const its = greater(bySymptom.get(said.symptom), said, ({ at }) => at) ?? said;
    bySymptom.set(said.symptom, its);
  }
  const words = greater(a?.words, b?.words, ({ at }) => at);
  const said = [...bySymptom.values()].sort((x, y) => compare(x.symptom, y.symptom));
  return { symptoms: said, ...(words ? { words } : {}) };
}

function first(a: CallQueue | undefined, b: CallQueue | undefined): CallQueue | undefined {
  const later = greater(a, b, (queue) => queue.receivedAt);
  return a && b && later === a ? b : (a ?? b);
}

/** The one that comes later in an order that does not depend on who is asked first. */
function greater<Value>(
  a: Value | undefined,
  b: Value | undefined,
  by: (value: Value) => string,
): Value | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const order = compare(by(a), by(b)) || compare(canonical(a), canonical(b));
  return order >= 0 ? a : b;
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([x], [y]) => compare(x, y)))
      : inner,
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function later(a: string, b: string): string {
  return earlier(a, b) === a ? b : a;
}

function earlier(a: string, b: string): string {
  return a <= b ? a : b;
}
