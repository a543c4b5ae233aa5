import * as z from 'zod';
import { ratings } from '../../model/quality/rating.ts';
import { streamTypes } from '../../model/quality/sample.ts';
import type { LastWindow, NowQuery } from '../../model/query/now.ts';
import type { Search, SearchAnswer } from './ask.ts';
import { allOf, during, narrowingOf } from './conditions.ts';

/** A window is sent when it ends, 30 s after it began; with a page's two tries more its call is no longer shown. */
const youngestSeconds = 150;
/** A page's clock may be a little ahead. */
const aheadSeconds = 60;
/** As many as the search service gives at once: the last window of some thousand calls is surely among the newest. */
const mostWindows = 10_000;

const one = <Value>(value: z.ZodType<Value>) => z.tuple([value]).transform(([only]) => only);
const measured = one(z.number()).optional();

/** Read from columns, not from the documents: those hold every second's samples. */
const window = z.object({
  contactId: one(z.string()),
  agent: one(z.string()),
  softphoneStreamType: one(z.enum(streamTypes)),
  startedAt: one(z.string()),
  rating: one(z.enum(ratings)),
  'mos.avg': measured,
  packetsLostPercent: measured,
  'roundTripTimeMillis.avg': measured,
  'jitterMillis.avg': measured,
});

type BothWays = { readonly toAgent?: LastWindow; readonly fromAgent?: LastWindow };
/** By `windowKey`. */
export type LastWindows = ReadonlyMap<string, BothWays>;

/** One contact may be at two agents. */
export function windowKey({ contactId, agent }: { contactId: string; agent: string }): string {
  return `${contactId} ${agent}`;
}

/** The newest windows of all calls. */
export function lastWindowsSearch(query: NowQuery, at: Date): Search {
  const from = new Date(at.getTime() - 1000 * youngestSeconds).toISOString();
  const to = new Date(at.getTime() + 1000 * aheadSeconds).toISOString();
  return {
    index: 'softphone-stream-stats-*',
    body: {
      size: mostWindows,
      track_total_hits: false,
      _source: false,
      docvalue_fields: Object.keys(window.shape).map((field) =>
        field === 'startedAt' ? { field, format: 'strict_date_time' } : { field },
      ),
      query: allOf([during(from, to), ...narrowingOf('softphone-stream-stats', query)]),
      sort: [{ '@timestamp': 'desc' }],
    },
  };
}

/** Reads what `lastWindowsSearch` asked for: of each call and direction the newest window. */
export function readLastWindows(answer: SearchAnswer | undefined): LastWindows {
  const found = new Map<string, BothWays>();
  for (const hit of answer?.hits.hits ?? []) {
    const fields = window.parse(hit.fields);
    const way = fields.softphoneStreamType === 'audio_input' ? 'toAgent' : 'fromAgent';
    const key = windowKey(fields);
    const known = found.get(key);
    if (!known?.[way]) found.set(key, { ...known, [way]: lastWindowOf(fields) });
  }
  return found;
}

function lastWindowOf(fields: z.infer<typeof window>): LastWindow {
  return {
    startedAt: fields.startedAt,
    rating: fields.rating,
    mos: fields['mos.avg'] ?? null,
    packetsLostPercent: fields.packetsLostPercent ?? null,
    roundTripTimeMillis: fields['roundTripTimeMillis.avg'] ?? null,
    jitterMillis: fields['jitterMillis.avg'] ?? null,
  };
}
