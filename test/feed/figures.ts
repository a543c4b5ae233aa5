import type { Change } from './changes.ts';
import type { Taken } from './receiver.ts';

/** When the receiver was not there, or the function was not. */
export type Gap = { readonly from: number; readonly to: number };

export type FeedFigures = {
  readonly changes: number;
  readonly told: number;
  readonly messages: number;
  /** Milliseconds from a change until the receiver knew it, or a newer one of the same agent. */
  readonly medianMillis: number;
  readonly p95Millis: number;
};

/** What the receiver has made of all that it took: each agent's last status. */
export function pictureOf(taken: readonly Taken[]): Readonly<Record<string, string>> {
  const told = taken.flatMap(({ message }) => message.changes);
  return Object.fromEntries(told.map(({ UserName, AgentStatus }) => [UserName, AgentStatus.Name]));
}

/** As it is. */
export function truthOf(changes: readonly Change[]): Readonly<Record<string, string>> {
  return Object.fromEntries(changes.map(({ agent, name }) => [agent, name]));
}

/** Of each agent the statuses that came after a newer one of the same agent. */
export function wentBack(changes: readonly Change[], taken: readonly Taken[]): readonly string[] {
  const order = new Map(changes.map(({ eventId }, i) => [eventId, i]));
  const last = new Map<string, number>();
  return taken.flatMap(({ message }) =>
    message.changes.flatMap(({ UserName, eventId }) => {
      const at = order.get(eventId) ?? -1;
      const before = last.get(UserName) ?? -1;
      last.set(UserName, at);
      return at < before ? [`${UserName}: ${eventId}`] : [];
    }),
  );
}

/** How long changes took, of those that happened while everybody was there. */
export function figuresOf(
  changes: readonly Change[],
  taken: readonly Taken[],
  gaps: readonly Gap[],
): FeedFigures {
  const order = new Map(changes.map(({ eventId }, i) => [eventId, i]));
  const arrivals = new Map<string, { readonly at: number; readonly n: number }[]>();
  for (const { at, message } of taken)
    for (const { UserName, eventId } of message.changes)
      arrivals.set(UserName, [...(arrivals.get(UserName) ?? []), { at, n: order.get(eventId) ?? -1 }]);
  const millis = changes.flatMap(({ agent, at }, n) => {
    if (gaps.some(({ from, to }) => at >= from && at < to)) return [];
    const known = arrivals.get(agent)?.find((its) => its.n >= n);
    return [(known?.at ?? Number.POSITIVE_INFINITY) - at];
  });
  millis.sort((a, b) => a - b);
  const share = (part: number) => millis[Math.floor(millis.length * part)] ?? Number.NaN;
  return {
    changes: changes.length,
    told: taken.reduce((sum, { message }) => sum + message.changes.length, 0),
    messages: taken.length,
    medianMillis: share(0.5),
    p95Millis: share(0.95),
  };
}
