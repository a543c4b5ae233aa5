import * as z from 'zod';
import type { Exported, SavedSearch, Visualization } from './read-export.ts';
import { type Aggs, type Answer, clauseOf, type PanelRequest, queryOf, type Range } from './search-body.ts';
import { tsvbRequests } from './tsvb-requests.ts';
import { vegaRequests } from './vega-requests.ts';

/** What OpenSearch Dashboards asks the search service to draw an object: as its sources, version 3, say. */
export function requestsOf(
  its: Exported,
  titleOf: (patternId: string) => string,
  range: Range,
): PanelRequest[] {
  if (its.type === 'search') return [searchRequest(its, titleOf, range)];
  if (its.type !== 'visualization') return [];
  switch (its.attributes.visState.type) {
    case 'metrics':
      return tsvbRequests(its, range);
    case 'vega':
      return vegaRequests(its, range);
    case 'input_control_vis':
      return controlRequests(its, titleOf, range);
    case 'markdown':
      return [];
    default:
      return [aggregationRequest(its, titleOf, range)];
  }
}

const patternOf = (its: SavedSearch | Visualization, titleOf: (patternId: string) => string) =>
  titleOf(its.references[0]?.id ?? '');
const askedOf = ({ attributes }: SavedSearch | Visualization) =>
  clauseOf(attributes.kibanaSavedObjectMeta.searchSourceJSON.query?.query ?? '');

function searchRequest(its: SavedSearch, titleOf: (patternId: string) => string, range: Range): PanelRequest {
  const { columns, sort } = its.attributes;
  return {
    of: its.id,
    pattern: patternOf(its, titleOf),
    body: {
      size: 500,
      query: queryOf(range, askedOf(its)),
      sort: sort.map(([field, order]) => ({ [field]: order })),
      docvalue_fields: columns,
      _source: false,
    },
    // A column that no document has is a fault, too.
    drawn: ({ hits }) =>
      Math.min(
        ...columns.map(
          (column) => hits.hits.filter((hit) => column in ((hit as { fields?: object }).fields ?? {})).length,
        ),
      ),
  };
}

type Aggregation = Visualization['attributes']['visState']['aggs'][number];
const buckets = z.object({ buckets: z.array(z.object({ doc_count: z.number() })) });

/** Buckets inside each other, the metrics in the innermost. */
function aggregationRequest(
  its: Visualization,
  titleOf: (patternId: string) => string,
  range: Range,
): PanelRequest {
  const { aggs } = its.attributes.visState;
  const metrics = aggs.filter(({ schema, type }) => schema === 'metric' && type !== 'count');
  const innermost: Aggs = Object.fromEntries(
    metrics.map(({ id, type, params: { field } }) => [id, { [type]: { field } }]),
  );
  const nested = aggs
    .filter(({ schema }) => schema !== 'metric')
    .reduceRight<Aggs>((inner, its) => ({ [its.id]: { ...bucketOf(its, inner), aggs: inner } }), innermost);
  return {
    of: its.id,
    pattern: patternOf(its, titleOf),
    body: { size: 0, query: queryOf(range, askedOf(its)), aggs: nested },
    drawn: ({ aggregations = {} }) =>
      Math.min(...Object.values(aggregations).map((its) => buckets.parse(its).buckets.length)),
  };
}

function bucketOf({ type, params }: Aggregation, inner: Aggs): object {
  const { field, size, order, orderBy, interval } = params;
  switch (type) {
    case 'terms': {
      const by = String(orderBy) in inner ? String(orderBy) : '_count';
      return { terms: { field, size, order: { [by]: order } } };
    }
    case 'date_histogram':
      return { date_histogram: { field, fixed_interval: '3h', min_doc_count: 1 } };
    case 'histogram':
      return { histogram: { field, interval, min_doc_count: 1 } };
    default:
      throw new Error(`Say in requests.ts how Dashboards asks for ${type}`);
  }
}

const controls = z.object({
  controls: z.array(z.object({ fieldName: z.string(), type: z.enum(['list', 'range']) })),
});

function controlRequests(
  its: Visualization,
  titleOf: (patternId: string) => string,
  range: Range,
): PanelRequest[] {
  return controls.parse(its.attributes.visState.params).controls.map(({ fieldName: field, type }) => ({
    of: `${its.id}: ${field}`,
    pattern: patternOf(its, titleOf),
    body: {
      size: 0,
      query: queryOf(range),
      aggs:
        type === 'list'
          ? { termsAgg: { terms: { field, order: { _count: 'desc' } } } }
          : { maxAgg: { max: { field } }, minAgg: { min: { field } } },
    },
    drawn: ({ aggregations }: Answer) => {
      const { termsAgg, maxAgg } = aggregations as { termsAgg?: unknown; maxAgg?: { value: number | null } };
      if (termsAgg) return buckets.parse(termsAgg).buckets.length;
      return Number.isFinite(maxAgg?.value) ? 1 : 0;
    },
  }));
}
