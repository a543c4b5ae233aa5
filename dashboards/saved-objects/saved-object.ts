/** An object of OpenSearch Dashboards as its export has it: one line of export.ndjson. */
export type SavedObject = {
  readonly id: string;
  readonly type: SavedObjectType;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** As new as the shape of the attributes is; a higher version than the importing Dashboards knows is refused. */
  readonly migrationVersion: Readonly<Record<string, string>>;
  readonly references: readonly Reference[];
};
export type SavedObjectType = 'index-pattern' | 'search' | 'visualization' | 'dashboard';
export type Reference = { readonly id: string; readonly name: string; readonly type: SavedObjectType };

/** The last versions at which OpenSearch Dashboards 1.x to 3.x changed the shape of each type. */
const shapes: Readonly<Record<SavedObjectType, string>> = {
  'index-pattern': '7.6.0',
  search: '7.9.3',
  visualization: '7.10.0',
  dashboard: '7.9.3',
};

/** What an object is about: an index pattern, and a query in DQL, Dashboards' own language. */
export type Source = { readonly kind: string; readonly query?: string };

/** Puts an object together. */
export function savedObject(
  type: SavedObjectType,
  id: string,
  attributes: SavedObject['attributes'],
  references: readonly Reference[] = [],
): SavedObject {
  return { id, type, attributes, migrationVersion: { [type]: shapes[type] }, references };
}

const indexReference = 'kibanaSavedObjectMeta.searchSourceJSON.index';

/** What Dashboards keeps of a source; without one it is a picture that asks for its documents itself, or for none. */
export function metaOf(source: Source | undefined) {
  const query = { query: source?.query ?? '', language: 'kuery' };
  const searchSource = { query, filter: [], ...(source ? { indexRefName: indexReference } : {}) };
  return { kibanaSavedObjectMeta: { searchSourceJSON: JSON.stringify(searchSource) } };
}

/** The reference that goes with `metaOf` the same source. */
export function referencesOf(source: Source | undefined): readonly Reference[] {
  return source ? [{ id: source.kind, name: indexReference, type: 'index-pattern' }] : [];
}
