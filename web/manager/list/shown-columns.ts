import type { ListKind } from './column.ts';

type Columns = Pick<ListKind<never, never>, 'usual'> & {
  readonly columns: readonly { readonly id: string }[];
};

/**
 * The columns that an address names, in its order; the usual ones where it names none that there are. The first of all
 * columns leads to the row's own page, so it is always there, and first.
 */
export function readColumns(text: string | null, { columns, usual }: Columns): readonly string[] {
  const [fixed = '', ...others] = columns.map(({ id }) => id);
  const named = [...new Set((text ?? '').split(','))].filter((id) => others.includes(id));
  return named.length > 0 ? [fixed, ...named] : usual;
}

/** Columns as an address holds them; null for the usual ones. */
export function writeColumns(ids: readonly string[], { usual }: Pick<Columns, 'usual'>): string | null {
  const text = ids.join(',');
  return text === usual.join(',') ? null : text;
}
