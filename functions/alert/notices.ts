import type { Alert, AlertEvent, Channel, Notice } from '../../model/alerts/alert.ts';
import { isQuiet } from '../../model/alerts/quiet-hours.ts';

const minuteMillis = 60_000;
/** After a failure it is tried again at the next run, then ever later, at last once an hour. */
const firstPauseMinutes = 5;
const longestPauseMinutes = 60;
/** What nobody took for so long is no news any more. */
const givenUpDays = 7;

/**
 * The alert with a notice of each of its events, for each channel, that is not planned yet. What was raised and cleared
 * within the same quiet hours is told to nobody, and nothing on a channel that was taken away.
 */
export function planNotices(alert: Alert, channels: readonly Channel[], now: Date): Alert {
  const { clearedAt } = alert;
  const isGone = (its: Notice) => its.status === 'waiting' && !channels.includes(its.channel);
  const notices = alert.notices.map((its) => (isGone(its) ? ended(its, 'dropped', now) : its));
  const plan = (event: AlertEvent, where: readonly Channel[]) =>
    where
      .filter((channel) => !notices.some((its) => its.event === event && its.channel === channel))
      .map((channel) => waiting(event, channel, now));
  if (clearedAt === undefined) return withNotices(alert, [...notices, ...plan('raised', channels)]);
  const isTooLate = (its: Notice) =>
    its.event === 'raised' && its.status === 'waiting' && its.attempts === 0 && wasQuiet(alert);
  const kept = notices.map((its) => (isTooLate(its) ? ended(its, 'dropped', now) : its));
  // Who does not hear of the one is not told of the other.
  const heard = kept.filter(({ event, status }) => event === 'raised' && status !== 'dropped');
  const where = heard.map(({ channel }) => channel).filter((channel) => channels.includes(channel));
  return withNotices(alert, [...kept, ...plan('cleared', where)]);
}

/** The notices of an alert that are to be delivered now: in quiet hours none, and nothing before what came before it. */
export function dueNotices({ rule, notices }: Alert, now: Date): readonly Notice[] {
  if (rule.quietHours && isQuiet(rule.quietHours, now)) return [];
  return notices.filter(
    (its) =>
      its.status === 'waiting' &&
      Date.parse(its.notBefore ?? its.at) <= now.getTime() &&
      !(its.event === 'cleared' && notices.some((other) => other.channel === its.channel && isBefore(other))),
  );
}

const isBefore = ({ event, status }: Notice) => event === 'raised' && status === 'waiting';

/** A notice that was tried: delivered, put off, or given up. */
export function tried(its: Notice, isDelivered: boolean, now: Date): Notice {
  if (isDelivered) return ended(its, 'delivered', now);
  const attempts = its.attempts + 1;
  const waitedMillis = now.getTime() - Date.parse(its.at);
  if (waitedMillis >= givenUpDays * 1440 * minuteMillis) return ended({ ...its, attempts }, 'dropped', now);
  const pause = Math.min(firstPauseMinutes * 2 ** its.attempts, longestPauseMinutes);
  return { ...its, attempts, notBefore: new Date(now.getTime() + pause * minuteMillis).toISOString() };
}

/** The alert with this instead of the notice of the same event and channel. */
export function withNotice(alert: Alert, its: Notice): Alert {
  const isSame = ({ event, channel }: Notice) => event === its.event && channel === its.channel;
  return withNotices(
    alert,
    alert.notices.map((other) => (isSame(other) ? its : other)),
  );
}

/** Whether all that is to be told of it was told, or is told no more. */
export function isTold({ notices }: Alert): boolean {
  return notices.every(({ status }) => status !== 'waiting');
}

function withNotices(alert: Alert, notices: readonly Notice[]): Alert {
  if (JSON.stringify(notices) === JSON.stringify(alert.notices)) return alert;
  return { ...alert, revision: alert.revision + 1, notices: [...notices] };
}

function wasQuiet({ rule, raisedAt }: Alert): boolean {
  return rule.quietHours !== undefined && isQuiet(rule.quietHours, new Date(raisedAt));
}

function waiting(event: AlertEvent, channel: Channel, now: Date): Notice {
  return { event, channel, status: 'waiting', attempts: 0, at: now.toISOString() };
}

function ended({ notBefore: _, ...its }: Notice, status: Notice['status'], now: Date): Notice {
  return { ...its, status, at: now.toISOString() };
}
