/** What was asked for, the newest answer of which was but a part of the data. */
const partial = new Set<string>();

/** Notes of an answer whether it was a part: by what is asked for, as the queries beside this file are called. */
export function noteAnswer(path: string, isPart: boolean): void {
  if (isPart) partial.add(kindOf(path));
  else partial.delete(kindOf(path));
}

/** Whether what one of these queries asked for last was answered in part. */
export function isAnyPartial(queryKeys: readonly (readonly unknown[])[]): boolean {
  return queryKeys.some(([kind]) => typeof kind === 'string' && partial.has(kind));
}

/** `calls/…` is one `call`. */
function kindOf(path: string): string {
  const [many = '', one] = path.split('/');
  return one === undefined ? many : many.replace(/s$/, '');
}
