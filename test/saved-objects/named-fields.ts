import * as z from 'zod';
import type { Exported, Visualization } from './read-export.ts';
import { tsvbPanelOf } from './tsvb.ts';
import { vegaSpecOf } from './vega.ts';

/** A field that an object asks for, in the indices that it asks. */
export type NamedField = { readonly pattern: string; readonly field: string; readonly aggregated: boolean };

const controls = z.object({
  controls: z.array(z.object({ fieldName: z.string(), indexPatternRefName: z.string() })),
});

/** Every field that an object names, wherever in it: what is not in the index pattern shows as an error in the panel. */
export function namedFields(its: Exported, titleOf: (patternId: string) => string): NamedField[] {
  if (its.type === 'dashboard' || its.type === 'index-pattern') return [];
  const [first] = its.references.filter(({ type }) => type === 'index-pattern');
  const pattern = first ? titleOf(first.id) : '';
  const { query } = its.attributes.kibanaSavedObjectMeta.searchSourceJSON;
  const asked = asFields(pattern, fieldsOfQuery(query?.query ?? ''), false);
  if (its.type === 'visualization') return [...asked, ...ofVisualization(its, titleOf)];
  const { columns, sort } = its.attributes;
  return [...asked, ...asFields(pattern, [...columns, ...sort.map(([field]) => field)], false)];
}

function ofVisualization(its: Visualization, titleOf: (patternId: string) => string): NamedField[] {
  const { type, aggs, params } = its.attributes.visState;
  if (type === 'metrics') return ofTsvb(its);
  if (type === 'vega') return ofVega(its);
  if (type === 'input_control_vis') {
    return controls.parse(params).controls.flatMap(({ fieldName, indexPatternRefName }) => {
      const { id = '' } = its.references.find(({ name }) => name === indexPatternRefName) ?? {};
      return asFields(titleOf(id), [fieldName], true);
    });
  }
  const [pattern] = its.references.map(({ id }) => titleOf(id));
  return asFields(
    pattern ?? '',
    aggs.flatMap(({ params: { field } }) => (typeof field === 'string' ? [field] : [])),
    true,
  );
}

function ofTsvb(its: Visualization): NamedField[] {
  const panel = tsvbPanelOf(its);
  const metrics = panel.series.flatMap((series) => series.metrics);
  const outcomes = new Set(metrics.map(({ id }) => id));
  const aggregated = [
    panel.time_field,
    panel.pivot_id,
    ...panel.series.map(({ terms_field }) => terms_field),
    ...metrics.map(({ field }) => field),
  ].filter((field) => typeof field === 'string' && !outcomes.has(field)) as string[];
  const queries = [
    panel.filter,
    ...panel.series.map(({ filter }) => filter),
    ...metrics.flatMap(({ numerator, denominator }) => [numerator, denominator]),
  ];
  const filtered = queries.flatMap((query) => fieldsOfQuery(query?.query ?? ''));
  return [
    ...asFields(panel.index_pattern, aggregated, true),
    ...asFields(panel.index_pattern, filtered, false),
  ];
}

function ofVega(its: Visualization): NamedField[] {
  return vegaSpecOf(its).data.flatMap(({ url }) => {
    if (!url) return [];
    const { aggs, sort, query } = url.body;
    const sorted = z.array(z.record(z.string(), z.unknown())).default([]).parse(sort);
    const aggregated = [...fieldsInside(aggs), ...sorted.flatMap((by) => Object.keys(by))];
    const timefield = url['%timefield%'];
    return [
      ...asFields(url.index, aggregated, true),
      ...asFields(url.index, [...fieldsInside(query), ...(timefield ? [timefield] : [])], false),
    ];
  });
}

const clauses = ['range', 'term', 'terms'];

/** `{ field: … }` of aggregations and `exists`, and the keys of `range`, `term` and `terms`. */
function fieldsInside(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(fieldsInside);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'field' && typeof inner === 'string') return [inner];
    const isClause = clauses.includes(key) && typeof inner === 'object' && !('field' in Object(inner));
    return [...(isClause ? Object.keys(Object(inner)) : []), ...fieldsInside(inner)];
  });
}

/** The fields of a query in DQL: what stands before a colon or a comparison. */
function fieldsOfQuery(query: string): string[] {
  return [...query.replace(/"[^"]*"/g, '""').matchAll(/([\w.@]+)\s*(?::|[<>]=?)/g)].flatMap(
    ([, field]) => field ?? [],
  );
}

function asFields(pattern: string, fields: readonly string[], aggregated: boolean): NamedField[] {
  return fields.map((field) => ({ pattern, field, aggregated }));
}
