import { expect, test } from 'vitest';
import { apiMetricMapping } from '../../model/documents/api-metric.ts';
import { callMapping } from '../../model/documents/call.ts';
import { callReportMapping } from '../../model/documents/call-report.ts';
import type { Properties } from '../../model/documents/mapping.ts';
import { streamWindowMapping } from '../../model/documents/stream-window.ts';
import {
  dimensionFields,
  dimensions,
  dimensionsOfApiCalls,
  numericDimensions,
} from '../../model/query/dimension.ts';

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

test('documents of API calls have those that are said to be theirs, and no others', () => {
  const theirs = dimensions.filter((dimension) => typeOf(apiMetricMapping, dimensionFields[dimension]));
  expect(dimensionsOfApiCalls).toEqual(theirs);
});
