/** One step of a TSVB series ("metrics" visualization): an aggregation, or arithmetic over those before it. */
export type TsvbMetric = {
  readonly id: string;
  readonly type: 'count' | 'sum' | 'max' | 'value_count' | 'filter_ratio' | 'calculation' | 'static';
  readonly field?: string;
  readonly numerator?: TsvbQuery;
  readonly denominator?: TsvbQuery;
  readonly metric_agg?: 'count';
  readonly variables?: readonly { readonly id: string; readonly name: string; readonly field: string }[];
  readonly script?: string;
  readonly value?: string;
};

export type TsvbQuery = { readonly language: 'kuery'; readonly query: string };

/** A query in DQL as TSVB keeps it. */
export const tsvbQuery = (query: string): TsvbQuery => ({ language: 'kuery', query });

/**
 * A calculation over sums, counts and maxima of fields. TSVB computes nothing where a bucket has no documents; where the
 * script gives null there is no figure either.
 *
 * @param inputs by the name that the script has for them, as `params.name`
 */
export function calculation(
  id: string,
  inputs: Readonly<Record<string, { readonly type: 'sum' | 'max' | 'value_count'; readonly field: string }>>,
  script: string,
): readonly TsvbMetric[] {
  const idOf = (name: string) => `${id}-${name}`;
  const variables = Object.keys(inputs).map((name) => ({
    id: `${idOf(name)}-variable`,
    name,
    field: idOf(name),
  }));
  return [
    ...Object.entries(inputs).map(([name, input]) => ({ id: idOf(name), ...input })),
    { id, type: 'calculation', variables, script },
  ];
}
