import { hourOf } from '../../model/wfm/hour.ts';
import type { Inbox, InboxMessage } from '../clients/inbox.ts';
import { recordsFolder } from '../clients/record-batches.ts';
import { describeError } from '../edge/describe-error.ts';
import type { Telemetry } from '../edge/telemetry.ts';
import { KnownError } from '../errors.ts';
import { type BatchDeps, type ExpectedContact, readBatch } from './read-batch.ts';
import { readNews } from './read-news.ts';
import { type ReportDeps, reportsFolder, takeReport } from './take-report.ts';

export type TaskDeps = ReportDeps &
  BatchDeps & { readonly inbox: Inbox; readonly telemetry: Pick<Telemetry, 'warn'> };

/** More are left to the next run. */
const mostMessages = 5000;

/**
 * What the queue's messages say is to be done; reports are passed on already.
 *
 * @throws KnownError `unavailable` where the queue cannot be reached
 */
export async function takeTasks(deps: TaskDeps): Promise<readonly Task[]> {
  const messages = await receiveAll(deps.inbox);
  return takeReports(await Promise.all(messages.map((message) => readTask(message, deps))), deps);
}

async function receiveAll(inbox: Inbox): Promise<readonly InboxMessage[]> {
  const all: InboxMessage[] = [];
  while (all.length < mostMessages) {
    const some = await inbox.receive();
    if (some.length === 0) break;
    all.push(...some);
  }
  return all;
}

export type Task = {
  readonly message: InboxMessage;
  readonly hours: readonly number[];
  readonly expected: readonly ExpectedContact[];
  /** Keys of reports. */
  readonly reports: readonly string[];
  /** Why it cannot be done. */
  readonly fault?: string;
};

async function readTask(message: InboxMessage, deps: TaskDeps): Promise<Task> {
  const task = { message, hours: [], expected: [], reports: [] };
  const news = readNews(message.body);
  if (!news) return { ...task, fault: 'A message of the queue is none of ours.' };
  try {
    const batches = news.objects.filter((key) => key.startsWith(recordsFolder));
    const expected = await Promise.all(batches.map((key) => readBatch(key, deps)));
    const hours = news.hours.map((at) => hourOf(at, deps.wfm.zone).from);
    const reports = news.objects.filter((key) => key.startsWith(reportsFolder) && key.endsWith('.csv'));
    return { ...task, hours, expected: expected.flat(), reports };
  } catch (error) {
    deps.telemetry.warn('cannot read what is new', { error: describeError(error) });
    return { ...task, fault: 'An object of the delivery bucket cannot be read now.' };
  }
}

/** One after the other: there is one connection. */
async function takeReports(tasks: readonly Task[], deps: TaskDeps): Promise<readonly Task[]> {
  const taken: Task[] = [];
  for (const task of tasks) {
    try {
      const hours = [...task.hours];
      for (const key of task.reports) hours.push(...(await takeReport(key, deps)));
      taken.push({ ...task, hours });
    } catch (error) {
      deps.telemetry.warn('cannot pass a report on', { error: describeError(error) });
      taken.push({ ...task, fault: error instanceof KnownError ? error.message : describeError(error).name });
    }
  }
  return taken;
}
