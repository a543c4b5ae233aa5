import { groupBy } from '../wfm/group-by.ts';
import { intervalMillis, intervalOf, type Stretch } from '../wfm/interval.ts';
import { type QueuedContact, queuedOf } from '../wfm/wfm-contact.ts';
import type { Difference, DifferenceReason } from './difference.ts';
import { isWithin } from './is-within.ts';
import { isOtherQueue, type NamedQueue, queueKeyOf } from './queue-key.ts';
import type { DaySources, QueueCount, SetAsideRecord, Terms } from './sources.ts';
import { isYoung } from './young.ts';

/** A queue in an interval: how many contacts came into it as Amazon Connect counted, and by their records. */
type Place = Stretch & NamedQueue & { readonly counted: number; readonly records: number };

/** Compares how many contacts came into each queue in each interval: as Amazon Connect counted, and by their records. */
export function compareCounts({ contacts, counted, setAside }: DaySources, terms: Terms): Difference[] {
  if (!counted) return [];
  const polled = intervalsOf(counted);
  const queued = queuedOf(contacts).filter(({ enqueuedAt }) => isWithin(enqueuedAt, terms.day));
  const unpolled = queued.filter(({ enqueuedAt }) => !polled.has(intervalOf(enqueuedAt)));
  const places = placesOf([
    ...counted.map((count) => ({ ...count, counted: count.contacts, records: 0 })),
    ...queued.flatMap((contact) => recordIn(polled.get(intervalOf(contact.enqueuedAt)), contact)),
  ]);
  return [
    ...notPolled(unpolled, terms),
    ...places.flatMap((place) =>
      place.counted < place.records ? fewerCounted(place, terms) : moreCounted(place, setAside, terms),
    ),
  ];
}

/** Of each quarter of an hour the interval of the figures that it is in. */
function intervalsOf(counted: readonly QueueCount[]): ReadonlyMap<number, Stretch> {
  const quarters = new Map<number, Stretch>();
  for (const { from, to } of counted)
    for (let at = from; at < to; at += intervalMillis) quarters.set(at, { from, to });
  return quarters;
}

function recordIn(interval: Stretch | undefined, contact: QueuedContact): Place[] {
  const { contactQueueArn: queueArn, contactQueue: queue } = contact;
  return interval ? [{ ...interval, queueArn, queue, counted: 0, records: 1 }] : [];
}

/** A queue of which Connect names no figure in an interval had nothing to count. */
function placesOf(parts: readonly Place[]): readonly Place[] {
  const groups = groupBy(parts, (part) => [new Date(part.from).toISOString(), queueKeyOf(part)]);
  return groups.flatMap((its) => {
    const [first] = its;
    if (!first) return [];
    const queue = its.find((part) => part.queue !== undefined)?.queue;
    const sum = (of: 'counted' | 'records') => its.reduce((all, part) => all + part[of], 0);
    return [{ ...first, queue, counted: sum('counted'), records: sum('records') }];
  });
}

/** One for each interval: what is missing is the poll, whatever the queues. */
function notPolled(contacts: readonly QueuedContact[], { now }: Terms): Difference[] {
  const groups = groupBy(contacts, ({ enqueuedAt }) => [new Date(intervalOf(enqueuedAt)).toISOString()]);
  return groups.map((its) => {
    const from = intervalOf(its[0]?.enqueuedAt ?? '');
    const to = from + intervalMillis;
    const reason = isYoung(to, now) ? 'notYet' : 'unexplained';
    return { kind: 'notPolled', reason, ...timesOf({ from, to }), contacts: its.length };
  });
}

function fewerCounted(place: Place, { now }: Terms): Difference[] {
  const reason = isYoung(place.to, now) ? 'notYet' : 'unexplained';
  const contacts = place.records - place.counted;
  return [{ kind: 'recordNotCounted', reason, ...aboutPlace(place), contacts }];
}

/** What is missing, by why: so many as were set aside, and the others. */
function moreCounted(place: Place, setAside: readonly SetAsideRecord[], terms: Terms): Difference[] {
  const missing = place.counted - place.records;
  if (missing === 0) return [];
  const why = (reason: DifferenceReason, contacts: number): Difference[] =>
    contacts > 0 ? [{ kind: 'countedWithoutRecord', reason, ...aboutPlace(place), contacts }] : [];
  if (isOtherQueue(place, terms.queues)) return why('otherQueue', missing);
  const aside = Math.min(missing, setAside.filter((record) => isOf(record, place)).length);
  const rest = isYoung(place.to, terms.now) ? 'notYet' : 'notReceived';
  return [...why('setAside', aside), ...why(rest, missing - aside)];
}

function isOf(record: SetAsideRecord, place: Place): boolean {
  const isSame = queueKeyOf(record) === queueKeyOf(place);
  return isSame && record.enqueuedAt !== undefined && isWithin(record.enqueuedAt, place);
}

function aboutPlace({ queueArn, queue = queueArn, counted, records, ...its }: Place) {
  return { ...timesOf(its), ...(queue === undefined ? {} : { queue }), counted, records };
}

function timesOf({ from, to }: Stretch) {
  return { at: new Date(from).toISOString(), until: new Date(to).toISOString() };
}
