import { hourFileName, hourOf, hoursOf } from '../../wfm/hour.ts';
import { dayStretch, intervalMillis } from '../../wfm/interval.ts';
import { isWithin } from '../is-within.ts';
import type { DaySources, RecordedContact, Terms } from '../sources.ts';

/** Berlin's clocks go back on this day. */
export const day = dayStretch('2026-10-25', 'Europe/Berlin');
const hours = hoursOf('2026-10-25', 'Europe/Berlin', day.to);
const sentKinds = ['contacts', 'queue-statistics', 'agent-performance'] as const;
/** The name of the file that an instant's hour is in. */
export const fileAt = (kind: (typeof sentKinds)[number], at: string) =>
  hourFileName(kind, hourOf(Date.parse(at), 'Europe/Berlin'));
export const terms: Terms = { day, now: day.to + 86_400_000 };
const arn = (queue: string) => `arn:aws:connect:eu-central-1:1:instance/i/queue/${queue}`;
export const iso = (at: number) => new Date(at).toISOString();
export const sentAt = iso(day.to + 3_600_000);

/** A contact of which all sources say the same. */
export function recorded(contactId: string, at: number, queue: string): RecordedContact {
  return {
    contactId,
    initiatedAt: iso(at),
    enqueuedAt: iso(at),
    updatedAt: iso(at + 400_000),
    receivedAt: iso(at + 460_000),
    agent: 'ana.silva',
    contactQueue: queue,
    contactQueueArn: arn(queue),
    channel: 'VOICE',
    initiationMethod: 'INBOUND',
    calls: [{ agent: 'ana.silva' }],
    expectsStatistics: true,
    hasStatistics: true,
  };
}

/** All that is known of a day of which every source says the same. */
export function wholeDay(all: readonly RecordedContact[], minutes: 15 | 30): DaySources {
  return {
    contacts: all,
    setAside: [],
    calls: all.map(({ contactId, initiatedAt }) => ({
      contactId,
      agent: 'ana.silva',
      startedAt: initiatedAt,
      endedAt: initiatedAt,
    })),
    sent: {
      kinds: sentKinds,
      hours,
      files: hours.flatMap((hour) => {
        const its = { sentAt, bytes: 1, sha256: '0', rows: 1 };
        const contacts = all.filter(({ initiatedAt }) => isWithin(initiatedAt, hour)).map(asSent);
        return [
          { ...its, kind: 'contacts', file: hourFileName('contacts', hour), contacts },
          { ...its, kind: 'queue-statistics', file: hourFileName('queue-statistics', hour) },
          { ...its, kind: 'agent-performance', file: hourFileName('agent-performance', hour) },
        ] as const;
      }),
    },
    counted: countsOf(all, minutes),
  };
}

export const asSent = ({ contactId, updatedAt }: RecordedContact) => ({
  contactId,
  lastUpdateTimestamp: updatedAt,
});

function countsOf(all: readonly RecordedContact[], minutes: 15 | 30) {
  const millis = (minutes / 15) * intervalMillis;
  const counts = [];
  for (let from = day.from; from < day.to; from += millis)
    for (const queue of ['Billing', 'Sales', 'Support']) {
      const its = all.filter(({ initiatedAt, contactQueue }) => {
        const at = Date.parse(initiatedAt);
        return contactQueue === queue && at >= from && at < from + millis;
      });
      counts.push({ queueArn: arn(queue), queue, from, to: from + millis, contacts: its.length });
    }
  return counts;
}
