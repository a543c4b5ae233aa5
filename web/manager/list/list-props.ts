import type { Column, ListKind, Order } from './column.ts';

/** What a list is drawn from, be it as a table or as cards. */
export type ListProps<Row, Sort extends string> = {
  readonly kind: Pick<ListKind<Row, Sort>, 'title' | 'many' | 'keyOf'>;
  readonly rows: readonly Row[];
  /** Those that are shown. */
  readonly columns: readonly Column<Row, Sort>[];
  readonly order: Order<Sort>;
  readonly onOrder: (order: Order<Sort>) => void;
};
