import * as z from 'zod/mini';
import { softphoneInstant } from '../../../model/connect/softphone-instant.ts';
import { cleanLogText } from '../../../model/logs/clean-log-text.ts';
import { type LogLine, logLayers, logLevels } from '../../../model/logs/limits.ts';

/**
 * The part of an entry of Streams' log that is looked at (amazon-connect-streams 2.28.2, `LogEntry`). The objects that
 * were logged with it are not, nor where an exception came from: they hold snapshots, configurations and addresses.
 */
const logEntry = z.object({
  time: softphoneInstant,
  level: z.enum(logLevels),
  text: z.string(),
  contextLayer: z.catch(z.optional(z.enum(logLayers)), undefined),
  exception: z.catch(
    z.nullable(z.object({ type: z.optional(z.string()), message: z.optional(z.string()) })),
    null,
  ),
});

/** An entry as it may be kept, cleaned; undefined where nothing is left of it, or it is of no use to anybody. */
export function readLogEntry(raw: unknown, now: number): LogLine | undefined {
  const entry = logEntry.safeParse(raw).data;
  if (!entry) return undefined;
  const { time, level, contextLayer: layer, exception } = entry;
  const thrown = exception ? ` (${exception.type ?? 'Error'}: ${exception.message ?? ''})` : '';
  const text = cleanLogText(`${entry.text}${thrown}`);
  if (text === '') return undefined;
  return { at: new Date(time ?? now).toISOString(), level, ...(layer ? { layer } : {}), text };
}
