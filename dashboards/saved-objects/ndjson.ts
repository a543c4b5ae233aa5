/**
 * Saved objects as a file that shows in a comparison what has changed and nothing else: one object a line, ordered by
 * type and id, the keys of each ordered as OpenSearch Dashboards' own export orders them.
 */
export function toNdjson(objects: readonly { readonly type: string; readonly id: string }[]): string {
  const place = ({ type, id }: { readonly type: string; readonly id: string }) => `${type} ${id}`;
  const ordered = [...objects].sort((a, b) => (place(a) < place(b) ? -1 : 1));
  return ordered.map((object) => `${JSON.stringify(withSortedKeys(object))}\n`).join('');
}

function withSortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withSortedKeys);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, withSortedKeys(inner)]));
}
