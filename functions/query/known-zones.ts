import { z } from 'zod';
import { alikeZone } from './alike-zone.ts';
import type { Ask, Clause, Search } from './ask.ts';

/** How the search engine refuses the name of a zone (java.time.zone.ZoneRulesException), however deep it lies. */
const refusal = z.object({
  statusCode: z.literal(400),
  body: z
    .unknown()
    .transform((body) => /Unknown time-zone ID: ([\w+/-]+)/.exec(JSON.stringify(body) ?? '')?.[1]),
});

/** One for the viewer's own zone; the others where the engine does not know what stands for it either. */
const mostReplacements = 5;
/** A month. */
const longestColumnMillis = 31 * 86_400_000;

/**
 * Asks in zones that the search engine knows. Its list of them is the Java runtime's, which may be older than Node's: a viewer in
 * a zone that is new (America/Coyhaique, 2025) must see pages all the same, in the own days and hours. What the engine
 * does not know is remembered, so only the first request of a function is sent again.
 */
export function inKnownZones(ask: Ask): Ask {
  const unknown = new Set<string>();
  return async (searches) => {
    for (let left = mostReplacements; ; left--) {
      // Of this try: another request may learn of a zone meanwhile.
      const replacing = new Set(unknown);
      try {
        return await ask(replacing.size === 0 ? searches : searches.map((its) => replaced(its, replacing)));
      } catch (error) {
        const zone = zoneNotKnown(error);
        if (zone === undefined || replacing.has(zone) || left === 0) throw error;
        unknown.add(zone);
      }
    }
  };
}

/** The zone that the search engine refused to ask in; undefined of an error about anything else. */
export function zoneNotKnown(error: unknown): string | undefined {
  return refusal.safeParse(error).data?.body;
}

function replaced({ body, ...others }: Search, unknown: ReadonlySet<string>): Search {
  return { ...others, body: inClause(body, unknown, rangeOf(body)) as Clause };
}

type Range = { readonly from: number; readonly to: number };

function inClause(value: unknown, unknown: ReadonlySet<string>, range: Range): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((inner) => inClause(inner, unknown, range));
  const clause = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, inClause(inner, unknown, range)]),
  );
  const zone = clause.time_zone;
  return typeof zone === 'string' && unknown.has(zone)
    ? { ...clause, time_zone: standIn(zone, range, unknown) }
    : clause;
}

function standIn(zone: string, { from, to }: Range, unknown: ReadonlySet<string>): string {
  const known = Intl.supportedValuesOf('timeZone').filter((other) => !unknown.has(other));
  return alikeZone(zone, from, to, known);
}

const during = z.object({ gte: z.string(), lt: z.string() });

/** What a search looks at, by the ranges that `during` wrote into it, and the whole of its first column; else now. */
function rangeOf(body: Clause): Range {
  const ranges = rangesIn(body);
  if (ranges.length === 0) return { from: Date.now(), to: Date.now() };
  const starts = ranges.map(({ gte }) => Date.parse(gte));
  const ends = ranges.map(({ lt }) => Date.parse(lt));
  return { from: Math.min(...starts) - longestColumnMillis, to: Math.max(...ends) };
}

function rangesIn(value: unknown): readonly z.output<typeof during>[] {
  if (typeof value !== 'object' || value === null) return [];
  const { data } = during.safeParse((value as Clause)['@timestamp']);
  return [...(data ? [data] : []), ...Object.values(value).flatMap(rangesIn)];
}
