import { wfmFiles } from '../../model/wfm/files.ts';
import { hourFileName, hourOf, hoursOf, startOfFile } from '../../model/wfm/hour.ts';
import { startOfInterval } from '../../model/wfm/interval.ts';
import type { SentFile } from '../../model/wfm/sent-file.ts';
import { KnownError } from '../errors.ts';
import { chosenFiles } from './make-hour.ts';
import { refuseUnmakeable, type WfmPartDeps } from './make-wfm-part.ts';
import { type SendingDeps, sendHour } from './send-hour.ts';
import { passOnAgain } from './take-report.ts';

export type SendAgainDeps = SendingDeps & Pick<WfmPartDeps, 'config'>;
export type SentAgain = {
  readonly sent: readonly Pick<SentFile, 'file' | 'rows' | 'bytes'>[];
  /** Where the day goes on; absent when all of it is sent. */
  readonly next?: string;
};

/**
 * Makes and sends an hour of a day again, whatever was sent before.
 *
 * @param from the `next` of the answer before; left out, the day's beginning
 * @throws KnownError `invalid` of a day that cannot be made, `unavailable`
 */
export async function sendDayAgain(
  day: string,
  from: string | undefined,
  deps: SendAgainDeps,
): Promise<SentAgain> {
  refuseUnmakeable(day, deps);
  const { zone } = deps.wfm;
  const hours = hoursOf(day, zone, startOfInterval(deps.now()));
  const i = from === undefined ? 0 : hours.findIndex((hour) => hour.from === Date.parse(from));
  const hour = hours[i];
  if (!hour) throw new KnownError('invalid', `No hour of ${day} that has begun begins there.`);
  const { sent } = await sendHour(hour, chosenFiles(deps.wfm), true, deps);
  const next = hours[i + 1];
  return { sent: sent.map(briefly), ...(next ? { next: new Date(next.from).toISOString() } : {}) };
}

/**
 * Makes and sends a file again, whatever was sent before, and whether it is chosen or not.
 *
 * @throws KnownError `invalid` where no file has that name, or it cannot be made any more, `unavailable`
 */
export async function sendFileAgain(name: string, deps: SendAgainDeps): Promise<SentAgain> {
  const { zone } = deps.wfm;
  const at = startOfFile(name);
  const hour = at === undefined ? undefined : hourOf(at, zone);
  const file = hour && wfmFiles.find((its) => hourFileName(its, hour) === name);
  if (!hour || !file) return { sent: [briefly(await reportAgain(name, deps))] };
  refuseUnmakeable(hour.day, deps);
  const { sent } = await sendHour(hour, [file], true, deps);
  if (sent.length === 0) throw new KnownError('invalid', 'No interval of that hour is over yet.');
  return { sent: sent.map(briefly) };
}

async function reportAgain(name: string, deps: SendAgainDeps): Promise<SentFile> {
  const sent = await passOnAgain(name, deps);
  if (sent) return sent;
  const example = hourFileName('contacts', { from: 0 });
  throw new KnownError('invalid', `No file and no report is called so; a file’s name is as ${example}.`);
}

function briefly({ file, rows, bytes }: SentFile): Pick<SentFile, 'file' | 'rows' | 'bytes'> {
  return { file, rows, bytes };
}
