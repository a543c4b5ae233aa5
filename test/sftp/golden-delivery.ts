import { wfmFiles } from '../../model/wfm/files.ts';
import { type SentFile, sentFile, sentFolder } from '../../model/wfm/sent-file.ts';
import { goldenDay, goldenSettings } from '../wfm/golden-day.ts';
import { startDelivery } from './delivery-stand.ts';

export type Stand = Awaited<ReturnType<typeof startDelivery>>;
export const halfAnHour = 1_800_000;
/** When the last of the golden day has come. */
export const end = '2026-03-30T12:01:00Z';
export const goldenDelivery = () => startDelivery(end, goldenSettings);

/** What was noted of a day's files. */
export async function notes({ bucket }: Stand, day = goldenDay): Promise<SentFile[]> {
  const keys = await bucket.list(sentFolder(day));
  return keys.map((key) => sentFile.parse(JSON.parse(bucket.text(key))));
}

/** Of a day's files at the receiver, those of each kind put below each other. */
export async function received(stand: Stand): Promise<Record<string, string>> {
  const files = await stand.host.files();
  const ofDay = (await notes(stand)).map(({ file, kind }) => ({ kind, text: files[file] ?? '' }));
  const together = wfmFiles.map((kind): [string, string] => {
    const [header = ''] = ofDay.find((its) => its.kind === kind)?.text.split(/(?<=\r\n)/) ?? [];
    const rows = ofDay.filter((its) => its.kind === kind).map(({ text }) => text.slice(header.length));
    return [kind, header + rows.join('')];
  });
  return Object.fromEntries(together);
}
