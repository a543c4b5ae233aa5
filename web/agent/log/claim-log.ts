import { type LogLine, mostLogLines, mostLogParts } from '../../../model/logs/limits.ts';
import type { CallLog } from '../../../model/messages/call-log.ts';
import { type CallRecord, isOver } from '../../monitor/call-record.ts';
import { endedAt } from './ended-at.ts';
import type { LogBuffer } from './log-buffer.ts';

/** The frame gives its lines to the worker that all tabs share every 5 s, and that to the tabs every second. */
export const latestMillis = 7000;
/** What was logged just before a call and just after it belongs to it. */
const aroundMillis = 60_000;
/** What a page that closes can still send is little more (Fetch: 64 KiB of keepalive requests). */
const partBytes = 56_000;

/**
 * Takes the lines of a call's minutes that no tab has sent yet; a part is kept for those of its end. Of more than there
 * is room for, the newest: pure but for what it reads.
 *
 * @returns the call's record with what is taken noted, and the parts; no parts where there are no lines
 */
export function claimLog(
  record: CallRecord,
  buffer: Pick<LogBuffer, 'between'>,
  now: number,
): { readonly record: CallRecord; readonly parts: readonly CallLog[] } {
  const { parts: used = 0, until } = record.log ?? {};
  const whole = isOver(record);
  const from = until === undefined ? Date.parse(record.startedAt) - aroundMillis : until + 1;
  const to = whole ? Math.min(now, (endedAt(record) ?? now) + aroundMillis) : now - latestMillis;
  const room = mostLogParts - used - (whole ? 0 : 1);
  const packed = pack(buffer.between(from, to), room);
  if (packed.length === 0) return { record, parts: [] };
  return {
    record: { ...record, log: { parts: used + packed.length, until: to, whole } },
    parts: packed.map((lines, i) => ({ part: used + i, lines })),
  };
}

function pack(lines: readonly LogLine[], room: number): LogLine[][] {
  const parts: LogLine[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const line of [...lines].reverse()) {
    const size = JSON.stringify(line).length;
    bytes += size;
    if (bytes > partBytes || parts[0]?.length === mostLogLines) {
      if (parts.length === room) break;
      parts.unshift([]);
      bytes = size;
    }
    parts[0]?.unshift(line);
  }
  return parts;
}
