import { apiRequests, apiSlow } from '../../dashboards/measures/agent-api.ts';
import type { Operation } from '../../model/query/agent-api.ts';
import type { Filters } from '../../model/query/filters.ts';
import type { ApiFinding } from '../../model/query/findings.ts';
import { apiOf, apiSearch } from './agent-api.ts';
import type { Ask, Search } from './ask.ts';
import { bucketAt } from './bucket.ts';
import { allOf, clauseOf, clausesOf, during } from './conditions.ts';
import { aggregationsOf, figuresOf } from './measure-aggregation.ts';
import { worstStretch } from './worst-stretch.ts';

/** A column with fewer requests has no percentile to speak of. */
const fewestRequests = 20;
const timesAsSlow = 3;
/** Faster than this nobody waits, however much slower than usual. */
const noticedMillis = 500;
const mostFindings = 3;

type Suspect = { readonly operation: string; readonly from: string; readonly to: string };

/** Operations of the agent API that were slow for a part of the range, the slowest first. */
export async function apiFindings(filters: Filters, ask: Ask): Promise<ApiFinding[]> {
  const [answer] = await ask([apiSearch(filters)]);
  const api = apiOf(answer?.aggregations ?? {}, filters);
  const suspects = api.operations.flatMap((operation) => slowStretch(operation, api.times, filters) ?? []);
  if (suspects.length === 0) return [];
  const answers = await ask(suspects.map((suspect) => compareSearch(suspect, filters)));
  return suspects
    .map((suspect, i) => {
      const measured = answers[i]?.aggregations ?? {};
      const then = figuresOf([apiSlow, apiRequests], bucketAt(measured, 'slow'));
      const usually = figuresOf([apiSlow], bucketAt(measured, 'otherwise'));
      return {
        ...suspect,
        thenMillis: then[apiSlow.id]?.value ?? 0,
        usuallyMillis: usually[apiSlow.id]?.value ?? 0,
        calls: then[apiRequests.id]?.value ?? 0,
      };
    })
    .filter(isNoticeable)
    .sort((a, b) => b.thenMillis - a.thenMillis)
    .slice(0, mostFindings);
}

function isNoticeable({ calls, thenMillis, usuallyMillis }: ApiFinding): boolean {
  return calls >= apiSlow.minimumCount && thenMillis >= timesAsSlow * usuallyMillis;
}

function slowStretch(operation: Operation, times: readonly string[], range: Filters): Suspect | undefined {
  const { values = [], restsOn = [] } = operation.overTime[apiSlow.id] ?? {};
  const known = values.map((value, i) => ((restsOn[i] ?? 0) >= fewestRequests ? value : null));
  const usual = median(known.filter((value) => value !== null));
  if (usual === undefined) return undefined;
  const limit = Math.max(noticedMillis, timesAsSlow * usual);
  const stretch = worstStretch(known.map((value) => (value === null ? 0 : value > limit ? 1 : -1)));
  if (!stretch) return undefined;
  const { first, last } = stretch;
  return { operation: operation.name, from: times[first] ?? range.from, to: times[last + 1] ?? range.to };
}

function compareSearch(suspect: Suspect, filters: Filters): Search {
  const then = during(suspect.from, suspect.to);
  const aggs = aggregationsOf([apiSlow, apiRequests]);
  return {
    index: `${apiSlow.index}-*`,
    body: {
      size: 0,
      track_total_hits: false,
      query: allOf([
        ...clausesOf(apiSlow.index, filters),
        ...(apiSlow.among ?? []).map(clauseOf),
        { term: { name: suspect.operation } },
      ]),
      aggs: {
        slow: { filter: then, aggs },
        otherwise: { filter: { bool: { must_not: [then] } }, aggs },
      },
    },
  };
}

function median(values: readonly number[]): number | undefined {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
