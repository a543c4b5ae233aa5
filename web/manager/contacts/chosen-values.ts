import { ratings } from '../../../model/quality/rating.ts';
import { dimensionsOfContacts } from '../../../model/query/dimension.ts';
import { readFlag } from '../layout/filter-choices.ts';
import { type ContactFilters, ownFilters, writeContactFilters } from '../state/contact-filters.ts';
import { type Chosen, type View, writeChosen } from '../state/view.ts';

type Both = { readonly view: View; readonly own: ContactFilters };
type Values = ReadonlyMap<string, readonly string[]>;

const ofView: readonly string[] = [...dimensionsOfContacts, 'rating'];

/** What is chosen, by the name of the filter. */
export function chosenValues({ view: { chosen }, own }: Both): Values {
  const flag = own.lacksStatistics;
  return new Map<string, readonly string[]>([
    ...dimensionsOfContacts.map((name) => [name, chosen.values[name] ?? []] as const),
    ['rating', chosen.ratings],
    ...ownFilters.map((name) => [name, own.values[name] ?? []] as const),
    ['lacksStatistics', flag === undefined ? [] : [String(flag)]],
  ]);
}

/** Chooses these instead. What else the view has, which contacts know nothing of, stays for the other pages. */
export function withValues({ view }: Pick<Both, 'view'>, values: Values): Both {
  const others = Object.entries(view.chosen.values).filter(([name]) => !ofView.includes(name));
  const given = (names: readonly string[]) =>
    names.flatMap((name) => {
      const its = values.get(name) ?? [];
      return its.length > 0 ? [[name, its] as const] : [];
    });
  const lacksStatistics = readFlag(values.get('lacksStatistics'));
  return {
    view: {
      ...view,
      chosen: {
        ...view.chosen,
        values: Object.fromEntries([...others, ...given(dimensionsOfContacts)]),
        ratings: ratings.filter((rating) => values.get('rating')?.includes(rating)),
      },
    },
    own: {
      values: Object.fromEntries(given(ownFilters)),
      ...(lacksStatistics === undefined ? {} : { lacksStatistics }),
    },
  };
}

/** The names of the view's filters that contacts know nothing of. */
export function ignoredByContacts(chosen: Chosen): string[] {
  return [...new Set(writeChosen(chosen).map(([name]) => name))].filter((name) => !ofView.includes(name));
}

/** What the API is asked beside the range: of the view's filters those that contacts know. */
export function contactParameters({ view, own }: Both): [string, string][] {
  const known = writeChosen(view.chosen).filter(([name]) => ofView.includes(name));
  return [...known, ...writeContactFilters(own)];
}
