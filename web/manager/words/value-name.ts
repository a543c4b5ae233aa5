import { notKnown } from '../../../model/query/dimension.ts';
import type { Split } from '../../../model/query/split.ts';
import { disconnectReasonName } from './connect-names.ts';
import { countryName, failureName } from './names.ts';

/** A dimension's value as people read it; null and the empty one are values that are not known. */
export function valueName(dimension: string, value: string | null): string {
  if (value === null || value === notKnown) return 'Not known';
  return dimension === 'country' ? countryName(value) : value;
}

/** The same for whatever a panel can be split by. */
export function splitValueName(split: Split, value: string | null): string {
  if (split === 'disconnectReason' && value !== null) return disconnectReasonName(value);
  if (split !== 'failure') return valueName(split, value);
  return value === null ? 'None' : failureName(value);
}
