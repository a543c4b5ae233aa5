import type { ReactNode } from 'react';
import type { Cell } from '../../../model/csv/csv.ts';
import type { Rating } from '../../../model/quality/rating.ts';

/** One thing that is known of each row of a list, as the list shows it and as a file holds it. */
export type Column<Row, Sort extends string = string> = {
  readonly id: string;
  readonly name: string;
  /** What the list is sorted by when somebody sorts by this column. */
  readonly sort?: Sort;
  /** The lowest first, as the worst ones are low; else the highest. */
  readonly lowFirst?: true;
  /** Sorted as a time is: latest or earliest, not highest or lowest. */
  readonly isTime?: true;
  readonly show: (row: Row) => ReactNode;
  /** The same in plain text. */
  readonly say: (row: Row) => string;
  /** Its heading in a file says the unit; without one it is called as in the list. */
  readonly nameInFile?: string;
  readonly inFile: (row: Row) => Cell;
  /** What colours it in a picture. */
  readonly rating?: (row: Row) => Rating | undefined;
};

/** How a list is sorted. */
export type Order<Sort extends string> = { readonly sort: Sort; readonly order: 'asc' | 'desc' };

/** What a list asks for beside the view. */
export type Listing<Sort extends string> = Order<Sort> & { readonly search: string };

/** A list of one kind of thing: what it is called, and what there is to know of each. */
export type ListKind<Row, Sort extends string> = {
  readonly title: string;
  readonly one: string;
  readonly many: string;
  readonly columns: readonly Column<Row, Sort>[];
  /** The ids of the columns that are shown unless somebody chose otherwise: what fits a laptop. */
  readonly usual: readonly string[];
  readonly sorts: readonly Sort[];
  /** The newest first. */
  readonly firstSort: Sort;
  readonly keyOf: (row: Row) => string;
  /** Why there may be none. */
  readonly nothingHint: string;
};
