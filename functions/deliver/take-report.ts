import { parseCsv } from '../../model/csv/parse-csv.ts';
import type { WfmDelivery } from '../../model/settings/wfm.ts';
import { readAgentReport } from '../../model/wfm/agent-report.ts';
import { hourOf } from '../../model/wfm/hour.ts';
import type { SentFile } from '../../model/wfm/sent-file.ts';
import type { DeliveryObject } from '../clients/delivery-bucket.ts';
import { type HalfHoursBucket, keepHalfHours } from './half-hours.ts';
import { type FileSendingDeps, noteOf, sendFile, sha256Of } from './send-file.ts';

/** The folder of the delivery bucket that Amazon Connect puts its scheduled reports into. */
export const reportsFolder = 'reports/';

export type ReportDeps = FileSendingDeps & { readonly wfm: WfmDelivery; readonly bucket: HalfHoursBucket };

/**
 * Passes a report of Amazon Connect's on as it is, where that is chosen, and keeps what it says of agents' half hours for
 * the files that are made of it. Of a report that is not there any more there is nothing to do.
 *
 * @returns the beginnings of the hours whose files it changes, in epoch milliseconds
 * @throws KnownError `unavailable`, or what the AWS SDK throws
 */
export async function takeReport(key: string, deps: ReportDeps): Promise<readonly number[]> {
  const { outputs, zone } = deps.wfm;
  const report = await deps.bucket.read(key);
  if (!report) return [];
  if (outputs.agentReports) await passOn(key, report, false, deps);
  const reported = outputs.agentPerformance ? readAgentReport(textOf(report), zone) : undefined;
  return reported ? keepHalfHours(key, report.writtenAt, reported, zone, deps.bucket) : [];
}

/**
 * Passes a report on as it is, by its name at the receiver, whatever was sent before; undefined where there is none.
 *
 * @throws KnownError `unavailable`, or what the AWS SDK throws
 */
export async function passOnAgain(name: string, deps: ReportDeps): Promise<SentFile | undefined> {
  const keys = await deps.bucket.list(reportsFolder);
  const key = keys.findLast((its) => reportFileName(its) === name);
  const report = key === undefined ? undefined : await deps.bucket.read(key);
  return report ? passOn(name, report, true, deps) : undefined;
}

/** What was sent as it is already, only where that is asked for. */
async function passOn(
  key: string,
  report: DeliveryObject,
  again: boolean,
  deps: ReportDeps,
): Promise<SentFile | undefined> {
  const { day } = hourOf(report.writtenAt.getTime(), deps.wfm.zone);
  const file = reportFileName(key);
  const note = await noteOf(day, file, deps.bucket);
  if (!again && note?.sent?.sha256 === sha256Of(report.bytes)) return undefined;
  const rows = Math.max(0, (parseCsv(textOf(report)) ?? []).length - 1);
  const whole = { file, kind: 'agent-report', rows, content: report.bytes } as const;
  // Whoever overtakes has sent the same.
  return sendFile(day, whole, note?.version, deps);
}

/** Its own, in letters that every server takes: Connect's has colons in it. */
function reportFileName(key: string): string {
  return (key.split('/').at(-1) ?? '').replace(/[^\w.-]/g, '-');
}

function textOf({ bytes }: DeliveryObject): string {
  return Buffer.from(bytes).toString();
}
