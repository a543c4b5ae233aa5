import { type Split, splitFields } from '../../model/query/split.ts';
import { splitNames } from '../split-names.ts';

/** What the rows, bars or lines of a panel are: the values of a field. */
export type SplitField = {
  /** For ids, such as `queue`. */
  readonly id: string;
  readonly field: string;
  /** For titles, such as `Queue`. */
  readonly name: string;
};

/** What the managers' pages split by, too. */
export function splitOf(split: Split): SplitField {
  return { id: split, field: splitFields[split], name: splitNames[split].one };
}
