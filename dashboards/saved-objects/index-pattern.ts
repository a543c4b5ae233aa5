import { datedMappings } from '../../model/documents/dated-mappings.ts';
import type { DatedKind } from '../../model/documents/kinds.ts';
import type { Mapping, Properties } from '../../model/documents/mapping.ts';
import { type SavedObject, savedObject } from './saved-object.ts';

/** What OpenSearch Dashboards calls the types of our mappings. */
const typeNames: Readonly<Record<string, string>> = {
  keyword: 'string',
  date: 'date',
  boolean: 'boolean',
  ip: 'ip',
  long: 'number',
  integer: 'number',
  scaled_float: 'number',
};

/** One field of an index pattern, as Dashboards keeps it. */
export type PatternField = {
  readonly count: number;
  readonly name: string;
  readonly type: string;
  readonly esTypes: readonly string[];
  readonly scripted: boolean;
  readonly searchable: boolean;
  readonly aggregatable: boolean;
  readonly readFromDocValues: boolean;
};

const plain = (name: string, type: string, esType: string): PatternField => ({
  count: 0,
  name,
  type,
  esTypes: [esType],
  scripted: false,
  searchable: true,
  aggregatable: true,
  readFromDocValues: true,
});
const unread = { searchable: false, aggregatable: false, readFromDocValues: false };

/** The fields that every index has. */
const metaFields: readonly PatternField[] = [
  { ...plain('_id', 'string', '_id'), readFromDocValues: false },
  { ...plain('_index', 'string', '_index'), readFromDocValues: false },
  { ...plain('_score', 'number', '_score'), ...unread },
  { ...plain('_source', '_source', '_source'), ...unread },
];

/**
 * All indices of a kind, such as `softphone-calls`. With its fields: a panel that asks for a field which its index
 * pattern does not have shows an error, and Dashboards reads the fields from the indices only when there are some.
 */
export function indexPattern(kind: DatedKind): SavedObject {
  const fields = [...metaFields, ...fieldsOf(datedMappings[kind])];
  const attributes = { title: `${kind}-*`, timeFieldName: '@timestamp', fields: JSON.stringify(fields) };
  return savedObject('index-pattern', kind, attributes);
}

/** The fields that can be searched, named as `toAgent.mos.avg`. */
function fieldsOf(properties: Properties, prefix = ''): PatternField[] {
  return Object.entries(properties).flatMap(([name, its]) =>
    its.properties ? fieldsOf(its.properties, `${prefix}${name}.`) : fieldOf(`${prefix}${name}`, its),
  );
}

function fieldOf(name: string, { type, enabled, index, doc_values }: Mapping): PatternField[] {
  if (enabled === false || type === undefined) return [];
  const named = typeNames[type];
  if (!named) throw new Error(`${name}: say in index-pattern.ts what Dashboards calls the type ${type}`);
  const hasValues = doc_values !== false;
  return [
    {
      ...plain(name, named, type),
      searchable: index !== false,
      aggregatable: hasValues,
      readFromDocValues: hasValues,
    },
  ];
}
