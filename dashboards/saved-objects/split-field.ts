import { type Split, splitFields } from '../../model/query/split.ts';
import { splitNames } from '../split-names.ts';

/** What the rows, bars or lines of a panel are: the values of a field. */
export type SplitField = {
  /** For ids, such as `queue`. */
  readonly id: string;
  readonly field: string;
  /** At the head of a column, such as `Queue`. */
  readonly name: string;
  /** Within a title, such as `queue`. */
  readonly inTitle: string;
};

/** What the managers' pages split by, too. */
export function splitOf(split: Split): SplitField {
  const name = splitNames[split].one;
  const inTitle = name.charAt(0).toLowerCase() + name.slice(1);
  return { id: split, field: splitFields[split], name, inTitle };
}
