import { type ReportFailure, reportFailures } from '../../../model/messages/report-names.ts';
import { type Dimension, dimensions } from '../../../model/query/dimension.ts';
import type { Split } from '../../../model/query/split.ts';

/** What a view can be narrowed by to one or several values. */
export type Narrowing = Dimension | 'operation' | 'failure';

export const narrowings: readonly Narrowing[] = [...dimensions, 'operation', 'failure'];

/** Whether a view can be narrowed to a value of what a panel is split by. */
export function isNarrowing(split: Split): split is Narrowing {
  return (narrowings as readonly string[]).includes(split);
}

/** Whether the API takes that value: of failures there is a fixed list. */
export function isValueOf(narrowing: Narrowing, value: string): boolean {
  return narrowing !== 'failure' || reportFailures.includes(value as ReportFailure);
}
