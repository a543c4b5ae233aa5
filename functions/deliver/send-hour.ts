import type { WfmDelivery } from '../../model/settings/wfm.ts';
import type { WfmFile, WfmSources } from '../../model/wfm/files.ts';
import { hourFileName, type WfmHour } from '../../model/wfm/hour.ts';
import { startOfInterval } from '../../model/wfm/interval.ts';
import type { SentFile } from '../../model/wfm/sent-file.ts';
import { KnownError } from '../errors.ts';
import type { Ask } from '../query/ask.ts';
import { type HalfHoursBucket, readHalfHours } from './half-hours.ts';
import { makeHour } from './make-hour.ts';
import { readWfmSources } from './read-wfm-sources.ts';
import { type FileSendingDeps, type Note, noteOf, sendFile, sha256Of } from './send-file.ts';

export type SendingDeps = FileSendingDeps & {
  readonly wfm: WfmDelivery;
  readonly ask: Ask;
  readonly bucket: HalfHoursBucket;
};

export type SentHour = {
  /** What it was made of; of the intervals that were over. */
  readonly sources: WfmSources;
  readonly until: number;
  readonly sent: readonly SentFile[];
  /** Which had been sent as they are. */
  readonly unchanged: readonly string[];
};

/** Somebody else who sends the same files at once ends sometime. */
const attempts = 4;

/**
 * Sends an hour's files, as far as its intervals are over; what was sent as it is already, only where that is asked for.
 *
 * Two may do so at once, and the older of their files come last. So each notes what it has sent in the place of what it
 * had read before it made the file; whoever finds another note there makes the file anew, and sends it whatever it is.
 *
 * @throws KnownError `unavailable`, or what the AWS SDK throws
 */
export async function sendHour(
  hour: WfmHour,
  files: readonly WfmFile[],
  again: boolean,
  deps: SendingDeps,
): Promise<SentHour> {
  const until = Math.min(hour.to, startOfInterval(deps.now()));
  const over = { ...hour, to: Math.max(hour.from, until) };
  if (over.to === over.from) return { ...nothing, until };
  const done = { sent: new Map<string, SentFile>(), unchanged: new Set<string>() };
  let left = files;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const before = await notesOf(hour, left, deps);
    const [stored, reported] = await Promise.all([
      readWfmSources(over, deps.ask),
      readHalfHours(over, deps.bucket),
    ]);
    const sources = { ...stored, reported };
    const overtaken: WfmFile[] = [];
    for (const file of makeHour(over, sources, deps.wfm, left)) {
      const note = before.get(file.file);
      const isSame = note?.sent?.sha256 === sha256Of(file.content);
      if (isSame && !again && attempt === 1) done.unchanged.add(file.file);
      else {
        const sent = await sendFile(hour.day, file, note?.version, deps);
        if (sent) done.sent.set(file.file, sent);
        else overtaken.push(file.kind);
      }
    }
    if (overtaken.length === 0)
      return { sources, until, sent: [...done.sent.values()], unchanged: [...done.unchanged] };
    left = overtaken;
  }
  throw new KnownError('unavailable', 'Somebody else is sending the same files.');
}

const nothing = { sources: { contacts: [], events: [] }, sent: [], unchanged: [] };

/** What was noted of the hour's files when they were sent, by their names. */
async function notesOf(
  hour: WfmHour,
  files: readonly WfmFile[],
  { bucket }: SendingDeps,
): Promise<ReadonlyMap<string, Note>> {
  const names = files.map((kind) => hourFileName(kind, hour));
  const notes = await Promise.all(names.map((name) => noteOf(hour.day, name, bucket)));
  return new Map(names.flatMap((name, i): [string, Note][] => (notes[i] ? [[name, notes[i]]] : [])));
}
