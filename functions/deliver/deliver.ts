import { daysOf } from '../../model/settings/retention.ts';
import type { WfmFile } from '../../model/wfm/files.ts';
import { hourOf, type WfmHour } from '../../model/wfm/hour.ts';
import type { Stretch } from '../../model/wfm/interval.ts';
import { describeError } from '../edge/describe-error.ts';
import type { Telemetry } from '../edge/telemetry.ts';
import { KnownError } from '../errors.ts';
import { type ComparingDeps, compareHour } from './compare-hour.ts';
import { type Task, type TaskDeps, takeTasks } from './delivery-tasks.ts';
import { chosenFiles } from './make-hour.ts';
import { hoursLeft } from './read-news.ts';
import { type SendingDeps, type SentHour, sendHour } from './send-hour.ts';

export type DeliveryDeps = SendingDeps &
  TaskDeps &
  ComparingDeps & {
    /** Puts a message into the same queue. */
    readonly leave: (message: object) => Promise<void>;
    readonly telemetry: Pick<Telemetry, 'info' | 'warn' | 'count'>;
  };

export type Delivery = {
  readonly sent: readonly string[];
  readonly unchanged: number;
  /** Messages of which something could not be sent yet: they come again. */
  readonly left: number;
  /** Why, each once. */
  readonly reasons: readonly string[];
};

const minuteMillis = 60_000;

/**
 * Sends what is new: the hours of which the queue tells, and those in which intervals have ended since the run before, with
 * agents' events of which nobody tells. A message is removed when the files of its hours are at the receiver, with the
 * contacts that it is about in them; what fails comes again.
 *
 * @param deadline in epoch milliseconds: no hour is begun after it
 * @throws KnownError `unavailable` where the queue cannot be reached
 */
export async function deliver(deps: DeliveryDeps, deadline: number): Promise<Delivery> {
  const { wfm, now } = deps;
  const due = dueHours(deps);
  const tasks = await takeTasks(deps);
  const starts = tasks.flatMap(({ hours, expected }) => [
    ...hours,
    ...expected.flatMap(({ times }) => times.map((at) => hourOf(at, wfm.zone).from)),
  ]);
  const hours = [...new Set([...due, ...starts])].sort((a, b) => b - a).map((at) => hourOf(at, wfm.zone));
  const made = new Map<number, MadeHour>();
  const reasons = new Set(tasks.flatMap(({ fault }) => fault ?? []));
  for (const hour of hours) {
    try {
      if (now() > deadline)
        throw new KnownError('unavailable', 'There is no time left; the next run goes on.');
      const result = await sendHour(hour, filesOf(hour, deps), false, deps);
      if (result.sent.some(({ kind }) => kind === 'agent-performance'))
        await compareHour({ ...hour, to: result.until }, result.sources, deps);
      made.set(hour.from, madeHour(hour, result));
    } catch (error) {
      reasons.add(error instanceof KnownError ? error.message : describeError(error).name);
      deps.telemetry.warn('cannot send an hour', { hour: iso(hour.from), error: describeError(error) });
    }
  }
  const done = tasks.filter((task) => isDone(task, made, wfm.zone));
  await removeAll(done, deps);
  const missed = due.filter((at) => !made.has(at));
  if (missed.length > 0) await deps.leave(hoursLeft(missed));
  return tell(
    [...made.values()],
    tasks.length - done.length + Math.min(1, missed.length),
    [...reasons],
    deps,
  );
}

/** What cannot be removed comes again, and is sent as it is already: nothing is lost by it. */
async function removeAll(done: readonly Task[], { inbox, telemetry }: DeliveryDeps): Promise<void> {
  const removed = await Promise.allSettled(done.map(({ message }) => inbox.remove(message)));
  const failed = removed.filter(({ status }) => status === 'rejected').length;
  if (failed > 0) telemetry.warn('messages of what is sent could not be removed', { count: failed });
}

/** Those in which intervals have ended since the last run but one, so that a run that was left out is made up for. */
function dueHours({ wfm, now }: DeliveryDeps): readonly number[] {
  const since = now() - 2 * wfm.everyMinutes * minuteMillis;
  const hours: number[] = [];
  for (let at = now(); ; at = (hours.at(-1) ?? at) - 1) {
    const { from, to } = hourOf(at, wfm.zone);
    if (to <= since) return hours;
    hours.push(from);
  }
}

/** A contact's record may come again when agents' events of its time are kept no more: of them no file can be made. */
function filesOf({ from }: WfmHour, { wfm, config, now }: DeliveryDeps): readonly WfmFile[] {
  const areKept = from >= now() - daysOf(config, 'connect-agent-events') * 24 * 60 * minuteMillis;
  return chosenFiles(wfm).filter((file) => areKept || file !== 'agent-performance');
}

/** What an hour's files have in them. */
type MadeHour = Stretch & {
  readonly result: SentHour;
  /** When each contact was last updated. */
  readonly contacts: ReadonlyMap<string, string>;
};

function madeHour({ from }: WfmHour, result: SentHour): MadeHour {
  const { contacts } = result.sources;
  return {
    from,
    to: result.until,
    result,
    contacts: new Map(contacts.map(({ contactId, updatedAt }) => [contactId, updatedAt])),
  };
}

/** Whether all that a message tells of is in files that were sent: what is not stored yet is in none. */
function isDone(
  { hours, expected, fault }: Task,
  made: ReadonlyMap<number, MadeHour>,
  zone: string,
): boolean {
  if (fault !== undefined || hours.some((at) => !made.has(at))) return false;
  return expected.every(({ contactId, updatedAt, times }) =>
    times.every((at) => {
      const hour = made.get(hourOf(at, zone).from);
      return hour !== undefined && at < hour.to && (hour.contacts.get(contactId) ?? '') >= updatedAt;
    }),
  );
}

function tell(
  hours: readonly MadeHour[],
  left: number,
  reasons: readonly string[],
  { telemetry }: DeliveryDeps,
): Delivery {
  const sent = hours.flatMap(({ result }) => result.sent.map(({ file }) => file)).sort();
  const unchanged = hours.reduce((sum, { result }) => sum + result.unchanged.length, 0);
  telemetry.count('WfmFilesSent', sent.length, {});
  telemetry.count('WfmMessagesLeft', left, {});
  const told = { sent, unchanged, left, reasons };
  if (left > 0) telemetry.warn('not all could be sent', told);
  else telemetry.info('all is sent', told);
  return told;
}

const iso = (at: number) => new Date(at).toISOString();
