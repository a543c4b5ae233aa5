import type { ListKind, Order } from './column.ts';

/** `mos-asc` of an address; the newest first where it says nothing that the list could be sorted by. */
export function readOrder<Sort extends string>(
  text: string | null,
  { sorts, firstSort }: Pick<ListKind<never, Sort>, 'sorts' | 'firstSort'>,
): Order<Sort> {
  const [field = '', order] = (text ?? '').split('-');
  const sort = sorts.find((one) => one === field);
  if (!sort) return { sort: firstSort, order: 'desc' };
  return { sort, order: order === 'asc' ? 'asc' : 'desc' };
}

/** How an address says it. */
export function writeOrder({ sort, order }: Order<string>): string {
  return `${sort}-${order}`;
}
