import { csvLines } from '../../model/csv/csv.ts';
import type { WfmDelivery } from '../../model/settings/wfm.ts';
import { type WfmFile, type WfmSources, wfmFiles, wfmHeaders, wfmRows } from '../../model/wfm/files.ts';
import { hourFileName, type WfmHour } from '../../model/wfm/hour.ts';
import type { SentFile } from '../../model/wfm/sent-file.ts';
import type { FileToSend } from './send-file.ts';

type HourFile = FileToSend & { readonly kind: WfmFile };

const switches = {
  contacts: 'contacts',
  'queue-statistics': 'queueStatistics',
  'agent-queue-statistics': 'agentQueueStatistics',
  'agent-performance': 'agentPerformance',
} as const satisfies Readonly<Record<WfmFile, keyof WfmDelivery['outputs']>>;

/** The files that are sent, in the order in which they are. */
export function chosenFiles({ outputs }: Pick<WfmDelivery, 'outputs'>): readonly WfmFile[] {
  return wfmFiles.filter((file) => outputs[switches[file]]);
}

/** An hour's files, of what is stored of it. Of the same documents they are the same, to the byte. Pure. */
export function makeHour(
  hour: WfmHour,
  sources: WfmSources,
  settings: WfmDelivery,
  files: readonly WfmFile[],
): readonly HourFile[] {
  const rows = wfmRows(sources, hour, settings);
  return files.map((file) => ({
    file: hourFileName(file, hour),
    kind: file,
    rows: rows[file].length,
    content: Buffer.from(csvLines([wfmHeaders[file], ...rows[file]])),
    ...(file === 'contacts' ? { contacts: contactsIn(hour, sources) } : {}),
  }));
}

function contactsIn({ from, to }: WfmHour, { contacts }: WfmSources): NonNullable<SentFile['contacts']> {
  return contacts
    .filter(({ initiatedAt }) => Date.parse(initiatedAt) >= from && Date.parse(initiatedAt) < to)
    .map(({ contactId, updatedAt }) => ({ contactId, lastUpdateTimestamp: updatedAt }));
}
