import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { datedMappings } from '../functions/setup/index-templates.ts';
import { type DatedKind, datedKinds } from '../model/documents/kinds.ts';
import type { Properties } from '../model/documents/mapping.ts';

/** What is imported into OpenSearch Dashboards names only what there is. */
const reference = z.object({ id: z.string(), type: z.string(), name: z.string() });
const savedObject = z.object({
  id: z.string(),
  type: z.string(),
  attributes: z.record(z.string(), z.unknown()),
  references: z.array(reference),
});
const file = readFileSync(join(import.meta.dirname, '..', 'dashboards', 'export.ndjson'), 'utf8');
const objects = file
  .trimEnd()
  .split('\n')
  .map((line) => savedObject.parse(JSON.parse(line)));

const withColumns = z.object({ columns: z.array(z.string()) });
const visState = z.object({
  aggs: z.array(z.object({ params: z.object({ field: z.string().optional() }) })),
});
const queryOf = z.object({ query: z.object({ query: z.string() }) });
const meta = z.object({ kibanaSavedObjectMeta: z.object({ searchSourceJSON: z.string() }) });

/** `toAgent.mos.avg` for each leaf of the mapping. */
function fieldsOf(properties: Properties, prefix = ''): string[] {
  return Object.entries(properties).flatMap(([name, its]) =>
    its.properties ? fieldsOf(its.properties, `${prefix}${name}.`) : [`${prefix}${name}`],
  );
}

function fieldsNamed({ type, attributes }: z.infer<typeof savedObject>): string[] {
  const { searchSourceJSON } = meta.parse(attributes).kibanaSavedObjectMeta;
  const { query } = queryOf.parse(JSON.parse(searchSourceJSON)).query;
  const asked = [...query.matchAll(/([\w.@]+)\s*:/g)].flatMap(([, field]) => field ?? []);
  if (type === 'search') return [...asked, ...withColumns.parse(attributes).columns];
  const { aggs } = visState.parse(JSON.parse(String(attributes.visState)));
  return [...asked, ...aggs.flatMap(({ params }) => params.field ?? [])];
}

const aboutIndices = objects.filter(({ type }) => ['search', 'visualization'].includes(type));

test.each(aboutIndices.map((its) => [its.id, its] as const))('the fields of %s exist', (_, its) => {
  const kind = its.references[0]?.id as DatedKind;
  const fields = fieldsNamed(its);
  expect(fields.length).toBeGreaterThan(0);
  expect(fieldsOf(datedMappings[kind])).toEqual(expect.arrayContaining(fields));
});

test('every reference is to an object of the same file', () => {
  const there = objects.map(({ type, id }) => `${type} ${id}`);
  expect(new Set(there).size).toBe(there.length);
  const named = objects.flatMap(({ references }) => references.map(({ type, id }) => `${type} ${id}`));
  expect(there).toEqual(expect.arrayContaining(named));
});

test('there is an index pattern for each kind of dated index', () => {
  const patterns = objects.filter(({ type }) => type === 'index-pattern');
  expect(patterns.map(({ attributes }) => attributes.title)).toEqual(
    expect.arrayContaining(datedKinds.map((kind) => `${kind}-*`)),
  );
});
