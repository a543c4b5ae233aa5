import type { DatedKind } from '../../../model/documents/kinds.ts';
import type { Split } from '../../../model/query/split.ts';
import { type Control, controls } from '../controls.ts';
import type { SavedObject } from '../saved-object.ts';
import { splitOf } from '../split-field.ts';

/** The panel by which one narrows a whole dashboard to some values of what calls are split by. */
export function choicesOf(
  board: string,
  kind: DatedKind,
  splits: readonly Split[],
  more: readonly Control[] = [],
): SavedObject {
  const choices = splits.map(splitOf).map(({ field, name }) => ({ field, label: name }));
  return controls(`${board}-choices`, 'Show only', kind, [...choices, ...more]);
}
