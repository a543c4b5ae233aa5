/** An object of OpenSearch Dashboards as its export has it: one line of export.ndjson. */
export type SavedObject = {
  readonly id: string;
  readonly type: 'index-pattern' | 'search' | 'visualization' | 'dashboard';
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly references: readonly { readonly id: string; readonly name: string; readonly type: string }[];
};

const indexReference = 'kibanaSavedObjectMeta.searchSourceJSON.index';

/** All indices of a kind, such as `softphone-calls`. */
export function indexPattern(kind: string): SavedObject {
  const attributes = { title: `${kind}-*`, timeFieldName: '@timestamp' };
  return { id: kind, type: 'index-pattern', attributes, references: [] };
}

/** What an object is about: an index pattern, and a query in Dashboards' own language. */
export type Source = { readonly kind: string; readonly query?: string };

/** A list of documents, newest first. */
export function search(id: string, title: string, source: Source, columns: readonly string[]): SavedObject {
  const attributes = { title, columns, sort: [['@timestamp', 'desc']], version: 1, ...meta(source) };
  return { id, type: 'search', attributes, references: [indexOf(source)] };
}

/** One aggregation of a visualization, as OpenSearch Dashboards keeps it. */
export type Aggregation = {
  readonly type: string;
  readonly schema: string;
  readonly params: Readonly<Record<string, unknown>>;
};

/** A picture or table of aggregations. */
export function visualization(
  id: string,
  title: string,
  source: Source,
  type: 'histogram' | 'line' | 'table',
  aggregations: readonly Aggregation[],
): SavedObject {
  const aggs = aggregations.map((its, i) => ({ id: String(i + 1), enabled: true, ...its }));
  const visState = JSON.stringify({ title, type, params: type === 'table' ? { perPage: 10 } : {}, aggs });
  const attributes = { title, visState, uiStateJSON: '{}', version: 1, ...meta(source) };
  return { id, type: 'visualization', attributes, references: [indexOf(source)] };
}

const WIDTH = 24;
const HEIGHT = 15;

/** Panels two by two, of the last day until one chooses otherwise. */
export function dashboard(id: string, title: string, panels: readonly SavedObject[]): SavedObject {
  const placed = panels.map((_, i) => ({
    panelIndex: String(i),
    panelRefName: `panel_${i}`,
    gridData: {
      x: (i % 2) * WIDTH,
      y: Math.floor(i / 2) * HEIGHT,
      w: WIDTH,
      h: HEIGHT,
      i: String(i),
    },
    embeddableConfig: {},
  }));
  const attributes = {
    title,
    panelsJSON: JSON.stringify(placed),
    optionsJSON: JSON.stringify({ useMargins: true, hidePanelTitles: false }),
    timeRestore: true,
    timeFrom: 'now-24h',
    timeTo: 'now',
    version: 1,
    kibanaSavedObjectMeta: {
      searchSourceJSON: JSON.stringify({ query: { query: '', language: 'kuery' }, filter: [] }),
    },
  };
  const references = panels.map((panel, i) => ({ id: panel.id, name: `panel_${i}`, type: panel.type }));
  return { id, type: 'dashboard', attributes, references };
}

function meta({ query = '' }: Source) {
  const source = { query: { query, language: 'kuery' }, filter: [], indexRefName: indexReference };
  return { kibanaSavedObjectMeta: { searchSourceJSON: JSON.stringify(source) } };
}

function indexOf({ kind }: Source) {
  return { id: kind, name: indexReference, type: 'index-pattern' };
}
