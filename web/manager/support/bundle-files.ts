import type { SupportBundle } from '../../../model/query/support-bundle.ts';
import { logText } from './log-text.ts';
import { summaryText } from './summary-text.ts';
import { timelineCsv } from './timeline-csv.ts';

/** The files of a bundle, by name; one of which there is nothing to say is left out, and the summary says why. Pure. */
export function bundleFiles(bundle: SupportBundle, now: Date): Readonly<Record<string, string>> {
  const { call, report, preflight, log, apiFailures } = bundle;
  const { problem = null, warnings = [], events } = call;
  return {
    'summary.txt': `${summaryText(bundle, now)}\n`,
    'timeline.csv': timelineCsv(bundle),
    'problem-and-warnings.json': inJson({ problem, warnings, events, apiFailures }),
    ...(report ? { 'report.json': inJson(report) } : {}),
    ...(preflight ? { 'preflight.json': inJson(preflight) } : {}),
    ...(log.length > 0 ? { 'ccp-log.txt': logText(bundle) } : {}),
  };
}

function inJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
