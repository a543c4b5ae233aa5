import { notKnown } from '../../../model/query/dimension.ts';
import { countryName } from './names.ts';

/** A dimension's value as people read it; null and the empty one are values that are not known. */
export function valueName(dimension: string, value: string | null): string {
  if (value === null || value === notKnown) return 'Not known';
  return dimension === 'country' ? countryName(value) : value;
}
