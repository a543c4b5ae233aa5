import { expect, test } from 'vitest';
import { pages } from '../../dashboards/pages/pages.ts';
import { apiMetricMapping } from '../../model/documents/api-metric.ts';
import { callMapping } from '../../model/documents/call.ts';
import { callReportMapping } from '../../model/documents/call-report.ts';
import { datedMappings } from '../../model/documents/dated-mappings.ts';
import type { DatedKind } from '../../model/documents/kinds.ts';
import type { Properties } from '../../model/documents/mapping.ts';
import { preflightMapping } from '../../model/documents/preflight.ts';
import { readinessMapping } from '../../model/documents/readiness-change.ts';
import { streamWindowMapping } from '../../model/documents/stream-window.ts';
import {
  dimensionFields,
  dimensions,
  dimensionsOfApiCalls,
  numericDimensions,
} from '../../model/query/dimension.ts';
import { canSplit, filterFields, filtersOfKind } from '../../model/query/documents-know.ts';
import { splitFields, splits } from '../../model/query/split.ts';
import { aggregationsOf } from './measure-aggregation.ts';

/** The type that a mapping gives to a field; undefined where it has no such field. */
function typeOf(properties: Properties, field: string): string | undefined {
  const [first = '', ...rest] = field.split('.');
  const mapping = properties[first];
  return rest.length > 0 ? typeOf(mapping?.properties ?? {}, rest.join('.')) : mapping?.type;
}

test('each dimension is a field of all documents that are about a call', () => {
  for (const mapping of [callMapping, streamWindowMapping, callReportMapping]) {
    for (const dimension of dimensions) {
      const type = typeOf(mapping, dimensionFields[dimension]);
      expect([dimension, type === 'keyword']).toEqual([dimension, !numericDimensions.includes(dimension)]);
      expect(type).toBeDefined();
    }
  }
});

test('documents that are about an agent without a call have those that are said to be theirs, and no others', () => {
  for (const mapping of [apiMetricMapping, preflightMapping, readinessMapping]) {
    const theirs = dimensions.filter((dimension) => typeOf(mapping, dimensionFields[dimension]));
    expect(dimensionsOfApiCalls).toEqual(theirs);
  }
});

test('each filter and each split is a field of the documents that are said to know it', () => {
  for (const [kind, mapping] of Object.entries(datedMappings) as [DatedKind, Properties][]) {
    for (const name of filtersOfKind(kind)) {
      expect([kind, name, typeOf(mapping, filterFields[name])]).not.toContain(undefined);
    }
    const split = splits.filter((name) => canSplit(kind, name));
    for (const name of split)
      expect([kind, name, typeOf(mapping, splitFields[name])]).not.toContain(undefined);
    const others = splits.filter((name) => !split.includes(name));
    for (const name of others) expect([kind, name, typeOf(mapping, splitFields[name])]).toContain(undefined);
  }
});

test('each measure on a page is of fields that its documents have: of one that is not, the search service says nothing', () => {
  const measures = Object.values(pages)
    .flatMap(({ panels }) => panels)
    .flatMap((panel) =>
      'measures' in panel ? panel.measures : panel.kind === 'heatMap' ? [panel.measure] : [],
    );
  expect(measures.length).toBeGreaterThan(50);
  for (const measure of measures) {
    const { id, index, among = [] } = measure;
    for (const field of fieldsIn([among, aggregationsOf([measure])])) {
      expect([id, field, typeOf(datedMappings[index], field)]).not.toContain(undefined);
    }
  }
});

/** Every field that is named in conditions or in a part of a search. */
function fieldsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(fieldsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'field' && typeof inner === 'string') return [inner];
    return ['term', 'terms', 'range'].includes(key) ? Object.keys(inner) : fieldsIn(inner);
  });
}
