import type { ContactRecordPart } from '../../../model/documents/contact-record-part.ts';
import {
  type HistoricalFigures,
  type HistoricalMetricDocument,
  makeHistoricalMetric,
} from '../../../model/documents/historical-metric.ts';
import { groupBy } from '../../../model/wfm/group-by.ts';
import { intervalMillis, intervalOf } from '../../../model/wfm/interval.ts';
import { queuedOf } from '../../../model/wfm/wfm-contact.ts';

/** As the deployment's own, where nobody set it. */
const serviceLevelSeconds = 20;

/** What happens to a contact in a queue, each in the interval in which it does. */
const happenings = ['enqueued', 'answered', 'abandoned', 'ended'] as const;
type Happening = (typeof happenings)[number];
type Event = { readonly what: Happening; readonly at: string; readonly contact: ContactRecordPart };

/**
 * What Amazon Connect counts of queues, by quarters of an hour that are over: of contacts of which there are records, so that a
 * day's records and figures agree. Nothing is said of intervals in which nothing happened.
 *
 * @param until in epoch milliseconds
 */
export function queueMetricsOf(
  contacts: readonly ContactRecordPart[],
  until: number,
): readonly HistoricalMetricDocument[] {
  const known = new Map(contacts.map((contact) => [contact.contactId, contact]));
  const events = queuedOf(contacts).flatMap(({ contactId }) => eventsOf(known.get(contactId)));
  const over = events.filter(({ at }) => intervalOf(at) + intervalMillis <= until);
  const groups = groupBy(over, ({ at, contact }) => [
    new Date(intervalOf(at)).toISOString(),
    contact.contactQueueArn ?? '',
  ]);
  return groups.flatMap((its) => documentOf(its) ?? []);
}

function eventsOf(contact: ContactRecordPart | undefined): Event[] {
  if (!contact) return [];
  const { enqueuedAt, connectedToAgentAt, disconnectedAt, dequeuedAt } = contact;
  const isAnswered = connectedToAgentAt !== undefined;
  const times: Readonly<Record<Happening, string | undefined>> = {
    enqueued: enqueuedAt,
    answered: connectedToAgentAt,
    abandoned: isAnswered ? undefined : (dequeuedAt ?? disconnectedAt),
    ended: isAnswered ? disconnectedAt : undefined,
  };
  return happenings.flatMap((what) => (times[what] ? [{ what, at: times[what], contact }] : []));
}

function documentOf(events: readonly Event[]): HistoricalMetricDocument | undefined {
  const [first] = events;
  if (!first) return undefined;
  const from = intervalOf(first.at);
  const { instanceId, contactQueue = '', contactQueueArn = '' } = first.contact;
  const subject = {
    instanceId,
    ...{ '@timestamp': iso(from), endsAt: iso(from + intervalMillis), intervalMinutes: 15 },
    receivedAt: iso(from + 2 * intervalMillis),
    subject: 'queue',
    subjectId: contactQueueArn.slice(contactQueueArn.lastIndexOf('/') + 1),
    ...{ contactQueue, contactQueueArn, serviceLevelSeconds },
  } as const;
  return makeHistoricalMetric(subject, figuresOf(events));
}

type Contacts = readonly ContactRecordPart[];
const waits = (contacts: Contacts) => contacts.map(({ queueSeconds = 0 }) => queueSeconds);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => (values.length > 0 ? sum(values) / values.length : undefined);
const soon = (contacts: Contacts) => waits(contacts).filter((wait) => wait < serviceLevelSeconds).length;

function figuresOf(events: readonly Event[]): HistoricalFigures {
  const of = (what: Happening) => events.filter((event) => event.what === what).map(({ contact }) => contact);
  const [answered, abandoned, ended] = [of('answered'), of('abandoned'), of('ended')];
  const left = answered.length + abandoned.length;
  const times = ended.map(({ talkSeconds = 0, holdSeconds = 0, afterContactWorkSeconds = 0 }) => ({
    talk: talkSeconds,
    hold: holdSeconds,
    work: afterContactWorkSeconds,
  }));
  const handled = times.map(({ talk, hold, work }) => talk + hold + work);
  return {
    contactsQueued: of('enqueued').length,
    contactsQueuedByEnqueue: of('enqueued').length,
    contactsHandled: ended.length,
    contactsHandledByConnected: answered.length,
    contactsAbandoned: abandoned.length,
    contactsTransferredOut: ended.filter(({ transfer }) => transfer?.completedAt !== undefined).length,
    serviceLevelPercent: left > 0 ? (100 * (soon(answered) + soon(abandoned))) / left : undefined,
    contactsAnsweredInServiceLevel: soon(answered),
    contactsAbandonedInServiceLevel: soon(abandoned),
    maxQueuedSeconds: left > 0 ? Math.max(...waits([...answered, ...abandoned])) : undefined,
    avgQueueAnswerSeconds: mean(waits(answered)),
    avgAbandonSeconds: mean(waits(abandoned)),
    avgHandleSeconds: mean(handled),
    handleSeconds: sum(handled),
    interactionSeconds: sum(times.map(({ talk }) => talk)),
    holdSeconds: sum(times.map(({ hold }) => hold)),
    afterContactWorkSeconds: sum(times.map(({ work }) => work)),
  };
}

const iso = (at: number) => new Date(at).toISOString();
