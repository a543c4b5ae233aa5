import type * as z from 'zod';
// Not as z.core.toDotPath: that would take all of z.core, with 260 KB of locales, into every bundle.
import { toDotPath } from 'zod/v4/core';
import type { Fault } from '../errors.ts';

const mostFaults = 20;

/** What a schema has against something, and where: the first 20 faults. */
export function faultsOf({ issues }: z.ZodError): readonly Fault[] {
  return issues.slice(0, mostFaults).map(({ path, message }) => ({ path: jsonPath(path), message }));
}

function jsonPath(path: readonly PropertyKey[]): string {
  const dotted = toDotPath(path);
  return dotted === '' ? '$' : `$${dotted.startsWith('[') ? '' : '.'}${dotted}`;
}
