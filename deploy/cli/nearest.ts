/**
 * The known name that a slip was probably meant to be: at most a third of its letters differ, and case does not count.
 *
 * @returns undefined if none is near
 */
export function nearest(slip: string, known: readonly string[]): string | undefined {
  const text = slip.toLowerCase();
  const far = known.map((name) => ({ name, distance: distance(text, name.toLowerCase()) }));
  const [best] = far.sort((a, b) => a.distance - b.distance);
  return best && best.distance <= Math.max(1, slip.length / 3) ? best.name : undefined;
}

/** Letters to put in, take out or replace (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
