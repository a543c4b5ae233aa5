import { gzipSync } from 'node:zlib';
import { csvLines } from '../../model/csv/csv.ts';
import { shortestDays } from '../../model/settings/retention.ts';
import type { WfmSettings } from '../../model/settings/wfm.ts';
import { type WfmFile, wfmFiles, wfmHeaders, wfmRows } from '../../model/wfm/files.ts';
import { dayStretch, startOfInterval } from '../../model/wfm/interval.ts';
import type { Config } from '../config.ts';
import { KnownError } from '../errors.ts';
import type { Ask } from '../query/ask.ts';
import { readWfmSources } from './read-wfm-sources.ts';

export type WfmPartDeps = {
  readonly config: Pick<Config, 'retentionDays' | 'retentionDaysByKind'> & { readonly wfm: WfmSettings };
  readonly ask: Ask;
  readonly now: () => number;
};

export type WfmPartRequest = {
  /** As `2026-03-29`, in the zone of the settings. */
  readonly day: string;
  /** The `next` of the answer before; left out, the day's beginning. */
  readonly from?: string | undefined;
};

type Piece = {
  readonly rows: number /** CSV, gzipped, as base64: an answer has at most 6 MB. */;
  readonly gzip: string;
};
export type WfmPart = {
  readonly files: Readonly<Record<WfmFile, Piece>>;
  /** Until when intervals are in, up to now. */
  readonly until: string;
  /** Where the next part begins; absent of the last. */
  readonly next?: string;
};

/** An hour of 2,000 agents has some 20,000 contacts and 100,000 events: 3 MB of an answer. */
const partMillis = 3_600_000;
const dayMillis = 86_400_000;

/**
 * Makes a part of a day's files: an hour of intervals that are over. Whoever puts the parts below each other has the files;
 * the first has the headers. Made again, of the same documents, it is the same.
 *
 * @throws KnownError `invalid` where there can be no such part, `unavailable`
 */
export async function makeWfmPart(request: WfmPartRequest, deps: WfmPartDeps): Promise<WfmPart> {
  const { config, ask, now } = deps;
  const day = dayStretch(request.day, config.wfm.zone);
  const from = request.from === undefined ? day.from : Date.parse(request.from);
  const over = Math.min(day.to, startOfInterval(now()));
  check(request, { ...day, from, over }, deps);
  const to = Math.min(from + partMillis, over);
  const rows = wfmRows(await readWfmSources({ from, to }, ask), { from, to }, config.wfm);
  const pieces = wfmFiles.map((file) => {
    const lines = from === day.from ? [wfmHeaders[file], ...rows[file]] : rows[file];
    return [file, { rows: rows[file].length, gzip: gzipSync(csvLines(lines)).toString('base64') }];
  });
  return {
    files: Object.fromEntries(pieces) as Record<WfmFile, Piece>,
    until: iso(to),
    ...(to < over ? { next: iso(to) } : {}),
  };
}

type Times = { readonly from: number; readonly over: number };

function check({ day }: WfmPartRequest, { from, over }: Times, deps: WfmPartDeps): void {
  const { from: begin } = dayStretch(day, deps.config.wfm.zone);
  refuseUnmakeable(day, deps);
  if (from < begin || from >= over || startOfInterval(from) !== from)
    throw new KnownError('invalid', `No interval of ${day} that is over begins there.`);
}

/**
 * Refuses a day of which not all is kept any more, or nothing is over.
 *
 * @throws KnownError `invalid`
 */
export function refuseUnmakeable(day: string, { config, now }: Omit<WfmPartDeps, 'ask'>): void {
  const { zone } = config.wfm;
  const { from } = dayStretch(day, zone);
  const kept = shortestDays(config, ['connect-contacts', 'connect-agent-events']);
  if (from < now() - kept * dayMillis)
    throw new KnownError('invalid', `Of ${day} not all is kept any more: the retention is ${kept} days.`);
  if (startOfInterval(now()) <= from)
    throw new KnownError('invalid', `No interval of ${day} is over yet in ${zone}.`);
}

const iso = (at: number) => new Date(at).toISOString();
