import { type Rating, ratings } from '../../../model/quality/rating.ts';
import { isValueOf, type Narrowing, narrowings } from './narrowing.ts';
import { defaultRange, type Range, readRange, writeRange } from './range.ts';

/** What narrows every panel of every page. */
export type Chosen = {
  readonly values: Readonly<Partial<Record<Narrowing, readonly string[]>>>;
  readonly ratings: readonly Rating[];
  readonly missed?: boolean;
  readonly setupFailed?: boolean;
};

/** All that the address holds: a link shows another person the same. */
export type View = { readonly range: Range; readonly chosen: Chosen };

export const everything: View = { range: defaultRange, chosen: { values: {}, ratings: [] } };

const ownNames: readonly string[] = [...narrowings, 'range', 'from', 'to', 'rating', 'missed', 'setupFailed'];

/** Whether a parameter of an address belongs to the view, and not to one page alone. */
export function isOfView(name: string): boolean {
  return ownNames.includes(name);
}

/** Reads an address; what is not understood is left out, so that an old link still opens. */
export function readView(query: URLSearchParams): View {
  const given = narrowings.flatMap((narrowing) => {
    const values = [...new Set(query.getAll(narrowing))].filter((value) => isValueOf(narrowing, value));
    return values.length > 0 ? [[narrowing, values] as const] : [];
  });
  const flag = (name: string) => (query.has(name) ? { [name]: query.get(name) === 'true' } : {});
  return {
    range: readRange(query),
    chosen: {
      values: Object.fromEntries(given),
      ratings: ratings.filter((rating) => query.getAll('rating').includes(rating)),
      ...flag('missed'),
      ...flag('setupFailed'),
    },
  };
}

/** The parameters that an address and a question to the API share. */
export function writeChosen(chosen: Chosen): [string, string][] {
  return [
    ...narrowings.flatMap((narrowing) =>
      (chosen.values[narrowing] ?? []).map((value): [string, string] => [narrowing, value]),
    ),
    ...chosen.ratings.map((rating): [string, string] => ['rating', rating]),
    ...(chosen.missed === undefined ? [] : [['missed', String(chosen.missed)] as [string, string]]),
    ...(chosen.setupFailed === undefined
      ? []
      : [['setupFailed', String(chosen.setupFailed)] as [string, string]]),
  ];
}

/** An address's parameters, in an order that is always the same. */
export function writeView(view: View): URLSearchParams {
  return new URLSearchParams([...writeRange(view.range), ...writeChosen(view.chosen)]);
}

/** Only this value of it, beside whatever else is chosen. */
export function narrowTo(chosen: Chosen, narrowing: Narrowing, value: string): Chosen {
  return { ...chosen, values: { ...chosen.values, [narrowing]: [value] } };
}

/** Any value of it again. */
export function widen(chosen: Chosen, narrowing: Narrowing): Chosen {
  const { [narrowing]: _, ...values } = chosen.values;
  return { ...chosen, values };
}

/** Whether the value is its only chosen one. */
export function isNarrowedTo(chosen: Chosen, narrowing: Narrowing, value: string): boolean {
  const values = chosen.values[narrowing];
  return values?.length === 1 && values[0] === value;
}
