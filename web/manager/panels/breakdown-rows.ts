import type { Measure } from '../../../dashboards/measures/measure.ts';
import type { AnswerOf } from '../../../model/query/page.ts';

export type Group = AnswerOf<'breakdown'>['groups'][number];
export type Sorting = { readonly id: string; readonly isDescending: boolean };

/** The worst of a measure first. */
export function sortingOf({ id, better }: Measure): Sorting {
  return { id, isDescending: better !== 'higher' };
}

/** What rests on too few to be compared, and then what was not measured, comes last either way. */
export function sortGroups(
  groups: readonly Group[],
  measures: readonly Measure[],
  { id, isDescending }: Sorting,
): Group[] {
  const direction = isDescending ? -1 : 1;
  const measure = measures.find((one) => one.id === id);
  if (!measure) return [...groups].sort((a, b) => direction * (a.key ?? '').localeCompare(b.key ?? '', 'en'));
  const rank = ({ now }: Group) => {
    const figure = now[id];
    if (!figure || figure.value === null) return 2;
    return figure.restsOn < measure.minimumCount ? 1 : 0;
  };
  const value = ({ now }: Group) => now[id]?.value ?? 0;
  return [...groups].sort((a, b) => rank(a) - rank(b) || direction * (value(a) - value(b)));
}

/** Groups of which the period before had nothing; none where it had nothing of any group. */
export function newGroups(groups: readonly Group[]): ReadonlySet<string> {
  if (groups.every(({ before }) => before === null)) return new Set();
  return new Set(groups.flatMap(({ key, before }) => (key !== null && before === null ? [key] : [])));
}

/** What a full bar stands for: the most of any group, but what rests on too few to compare must not make the others small. */
export function mostOf({ id, minimumCount }: Measure, groups: readonly Pick<Group, 'now'>[]): number {
  const figures = groups.flatMap(({ now }) => now[id] ?? []);
  const enough = figures.filter(({ restsOn }) => restsOn >= minimumCount);
  return Math.max(0, ...(enough.length > 0 ? enough : figures).map(({ value }) => value ?? 0));
}
