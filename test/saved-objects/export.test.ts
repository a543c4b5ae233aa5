import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { savedObjects } from '../../dashboards/saved-objects/all.ts';
import { toNdjson } from '../../dashboards/saved-objects/ndjson.ts';
import { exportFile, originOf } from '../../local/saved-objects/export-file.ts';
import { datedMappings } from '../../model/documents/dated-mappings.ts';
import { type DatedKind, datedKinds } from '../../model/documents/kinds.ts';
import type { Properties } from '../../model/documents/mapping.ts';
import { namedFields } from './named-fields.ts';
import { type Dashboard, type Exported, readExport, type Visualization } from './read-export.ts';
import { requestsOf } from './requests.ts';
import type { PanelRequest } from './search-body.ts';
import { tsvbPanelOf } from './tsvb.ts';
import { vegaSpecOf } from './vega.ts';

/**
 * What is imported into OpenSearch Dashboards: an import takes almost anything, and shows the fault in the panel. The
 * facts about OpenSearch Dashboards are from its sources, version 3.
 */
const ndjson = readFileSync(exportFile.path, 'utf8');
const objects = readExport(ndjson);
const ofType = <Type extends Exported['type']>(type: Type) =>
  objects.filter((its): its is Extract<Exported, { type: Type }> => its.type === type);
const named = <Its extends Exported>(some: readonly Its[]) => some.map((its) => [its.id, its] as const);
const patterns = ofType('index-pattern');
const titleOf = (id: string) => patterns.find((pattern) => pattern.id === id)?.attributes.title ?? '';

/** What holds of ours need not hold of what somebody has made in OpenSearch Dashboards and pulled. */
const ofOurs = test.runIf(originOf(exportFile) === 'generated');

ofOurs('the file is what the generator makes today', () => {
  const what = 'a measure, a mapping or a panel has changed: npm run dashboards:export';
  expect(ndjson.split('\n'), what).toEqual(toNdjson(savedObjects).split('\n'));
});

test('ids are unique, and every reference is to an object of the same file', () => {
  const there = objects.map(({ type, id }) => `${type} ${id}`);
  expect(new Set(there).size).toBe(there.length);
  const references = objects.flatMap((its) => its.references.map(({ type, id }) => `${type} ${id}`));
  expect(references.filter((reference) => !there.includes(reference))).toEqual([]);
});

/** Above these an import is refused with 422. */
const highest = { visualization: '7.10.0', dashboard: '7.9.3', search: '7.9.3', 'index-pattern': '7.6.0' };

test.each(named(objects))('%s is of a shape that 3.3 knows', (_, { type, migrationVersion = {} }) => {
  for (const [of, version] of Object.entries(migrationVersion)) {
    expect(of).toBe(type);
    expect(version.localeCompare(highest[type], 'en', { numeric: true })).toBeLessThanOrEqual(0);
  }
});

/** `toAgent.mos.avg` for each leaf of a mapping that is searched. */
function leavesOf(properties: Properties, prefix = ''): string[] {
  return Object.entries(properties).flatMap(([name, its]) => {
    if (its.properties) return leavesOf(its.properties, `${prefix}${name}.`);
    return its.enabled === false ? [] : [`${prefix}${name}`];
  });
}

ofOurs('there is an index pattern for each kind of dated index, with all fields of its mapping', () => {
  for (const kind of datedKinds) {
    const pattern = patterns.find(({ attributes }) => attributes.title === `${kind}-*`);
    const fields = pattern?.attributes.fields.map(({ name }) => name);
    expect(fields).toEqual(expect.arrayContaining(leavesOf(datedMappings[kind])));
    expect(pattern?.attributes.timeFieldName).toBe('@timestamp');
  }
});

test.each(named(objects))('the fields of %s are in the index pattern and in the mapping', (_, its) => {
  for (const { pattern, field, aggregated } of namedFields(its, titleOf)) {
    const known = patterns.find(({ attributes }) => attributes.title === pattern)?.attributes.fields;
    expect(known, `${pattern} is no index pattern of the file`).toBeDefined();
    expect(known?.find(({ name }) => name === field)).toMatchObject(
      aggregated ? { aggregatable: true } : { name: field },
    );
    expect(leavesOf(datedMappings[pattern.replace(/-\*$/, '') as DatedKind])).toContain(field);
  }
});

ofOurs('every panel that shows documents names fields', () => {
  const silent = ['markdown'];
  const about = ofType('visualization').filter(
    ({ attributes }) => !silent.includes(attributes.visState.type),
  );
  expect(about.length).toBeGreaterThan(50);
  expect(about.filter((its) => namedFields(its, titleOf).length === 0).map(({ id }) => id)).toEqual([]);
});

/** What OpenSearch Dashboards 3.3 registers; of any other type it says so in the panel. */
const visualizationTypes = [
  ...['area', 'line', 'histogram', 'horizontal_bar', 'pie', 'heatmap', 'gauge', 'goal', 'metric', 'table'],
  ...['tagcloud', 'markdown', 'metrics', 'timelion', 'vega', 'input_control_vis', 'region_map', 'tile_map'],
];

test.each(named(ofType('visualization')))('%s is of a type that 3.3 has', (_, { attributes }) => {
  const { type, title } = attributes.visState;
  expect(visualizationTypes).toContain(type);
  expect(title).toBe(attributes.title);
});

const ofVisualizationType = (...types: string[]) =>
  named(ofType('visualization').filter(({ attributes }) => types.includes(attributes.visState.type)));

ofOurs.each(ofVisualizationType('metrics'))('%s is what TSVB takes', (_, its) => {
  const panel = tsvbPanelOf(its);
  const ids = panel.series.map(({ id }) => id);
  // TSVB finds a series' data by the beginning of its id.
  const isPrefix = (id: string) => ids.some((other) => other !== id && other.startsWith(id));
  expect(ids.filter(isPrefix)).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { metrics } of panel.series) {
    const before = metrics.map(({ id }) => id);
    const inputs = metrics.flatMap(({ variables = [] }) => variables.map(({ field }) => field));
    // A filter ratio's two counts are named after it.
    const known = [
      ...before,
      ...before.flatMap((id) => [`${id}-numerator>_count`, `${id}-denominator>_count`]),
    ];
    expect(known).toEqual(expect.arrayContaining(inputs));
    // Part of the path to a figure, in which these have a meaning.
    expect(before.filter((id) => /[.[\]>]/.test(id))).toEqual([]);
  }
});

ofOurs.each(ofVisualizationType('histogram', 'horizontal_bar'))('%s has its axes and series', (_, its) => {
  const { aggs, params } = its.attributes.visState;
  expect(params).toMatchObject({
    categoryAxes: [{ id: 'CategoryAxis-1' }],
    valueAxes: [{ id: 'ValueAxis-1', scale: { type: 'linear' } }],
    seriesParams: aggs
      .filter(({ schema }) => schema === 'metric')
      .map(({ id }) => ({ data: { id }, valueAxis: 'ValueAxis-1' })),
    thresholdLine: { show: false },
    labels: {},
  });
});

test.each(ofVisualizationType('vega'))('%s looks up nothing by a computed name', (_, its) => {
  // Dashboards from 3.6 on refuses such expressions, lest somebody gets out of the picture by them.
  expect(JSON.stringify(vegaSpecOf(its))).not.toMatch(/[\])}\w]\[(?!\\?['"\d])/);
});

test.each(named(ofType('dashboard')))('%s lays out its panels without a gap or an overlap', (_, its) => {
  const { panelsJSON: panels } = its.attributes;
  expect(panels.map(({ panelRefName }) => panelRefName).sort()).toEqual(
    its.references.map(({ name }) => name).sort(),
  );
  const cells = panels.flatMap(({ gridData: { x, y, w, h } }) =>
    Array.from({ length: w * h }, (_, i) => `${x + (i % w)},${y + Math.floor(i / w)}`),
  );
  expect(new Set(cells).size).toBe(cells.length);
  expect(panels.every(({ gridData, panelIndex }) => gridData.i === panelIndex)).toBe(true);
});

ofOurs('the dashboards that were promised are there, each with words on how to read it', () => {
  const dashboards: readonly Dashboard[] = ofType('dashboard');
  const titles = dashboards.map(({ attributes }) => attributes.title).join();
  for (const name of [
    'Business',
    'Technical',
    'Network and place',
    'API and CCP health',
    'Contacts and causes',
    'Drill-down',
  ]) {
    expect(titles).toContain(name);
  }
  const words: readonly Visualization[] = ofType('visualization').filter(
    ({ attributes }) => attributes.visState.type === 'markdown',
  );
  for (const { references } of dashboards) {
    expect(references.some(({ id }) => words.some((some) => some.id === id))).toBe(true);
  }
});

/** A limit is drawn as a line: it counts nothing. */
const asksForApiCalls = ({ of, pattern }: PanelRequest) =>
  pattern === 'softphone-api-metrics-*' && !/ (above|below) this$/.test(of);
const ofApiCalls = objects
  .filter((its) => !(its.type === 'visualization' && its.attributes.visState.type === 'input_control_vis'))
  .flatMap((its) => requestsOf(its, titleOf, { from: '2026-03-01', to: '2026-03-02' }))
  .filter(asksForApiCalls);

ofOurs('whatever counts API calls says of which kind: half hours sum up the others', () => {
  expect(ofApiCalls.length).toBeGreaterThan(8);
  for (const { of, body } of ofApiCalls) {
    expect([of, JSON.stringify(body)]).toEqual([of, expect.stringMatching(/\bkind\W+(summary|failure)\b/)]);
  }
});
