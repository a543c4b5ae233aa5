import { inOrder } from '../documents/time-order.ts';

/** Puts together what has the same key, part by part; the groups in the order of their keys, their members as they came. */
export function groupBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => readonly string[],
): readonly (readonly Item[])[] {
  const groups = new Map<string, { readonly key: readonly string[]; readonly members: Item[] }>();
  for (const item of items) {
    const key = keyOf(item);
    const name = JSON.stringify(key);
    const group = groups.get(name) ?? { key, members: [] };
    group.members.push(item);
    groups.set(name, group);
  }
  return [...groups.values()].sort((a, b) => inParts(a.key, b.key)).map(({ members }) => members);
}

function inParts(one: readonly string[], other: readonly string[]): number {
  const i = one.findIndex((part, at) => part !== other[at]);
  return i === -1 ? 0 : inOrder(one[i] ?? '', other[i] ?? '');
}
