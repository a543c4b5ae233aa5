import type { Measure } from '../../../dashboards/measures/measure.ts';
import type { Figures } from '../../../model/query/figure.ts';

type Group = { readonly key: string | null; readonly now: Figures };

/**
 * Groups by a measure, the worst first, or the largest of a measure that is neither good nor bad; then those that rest
 * on too few to say so, and the group in which the value is not known.
 */
export function worstFirst<Some extends Group>(groups: readonly Some[], by: Measure): Some[] {
  const sign = by.better === 'higher' ? 1 : -1;
  return [...groups].sort(
    (a, b) =>
      rankOf(a, by) - rankOf(b, by) ||
      sign * ((a.now[by.id]?.value ?? 0) - (b.now[by.id]?.value ?? 0)) ||
      (b.now[by.id]?.restsOn ?? 0) - (a.now[by.id]?.restsOn ?? 0),
  );
}

function rankOf({ key, now }: Group, by: Measure): number {
  const { value = null, restsOn = 0 } = now[by.id] ?? {};
  if (key === null) return 2;
  return value === null || restsOn < by.minimumCount ? 1 : 0;
}
