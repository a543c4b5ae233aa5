/** What a panel asks the search service, and how many figures or documents it can draw from the answer. */
export type PanelRequest = {
  readonly of: string;
  /** An index pattern's title, as `softphone-calls-*`. */
  readonly pattern: string;
  readonly body: Body;
  readonly drawn: (answer: Answer) => number;
};
export type Body = {
  readonly size: number;
  readonly query: object;
  readonly aggs?: Aggs;
  readonly [more: string]: unknown;
};
export type Aggs = Readonly<Record<string, object>>;
export type Answer = {
  readonly hits: { readonly hits: readonly { readonly _source: object }[] };
  readonly aggregations?: Readonly<Record<string, unknown>>;
};
export type Range = { readonly from: string; readonly to: string };

/** All of these, in the time range that is looked at. */
export function queryOf(range: Range, ...clauses: readonly object[]): object {
  const during = {
    range: { '@timestamp': { gte: range.from, lte: range.to, format: 'strict_date_optional_time' } },
  };
  return { bool: { filter: [during, ...clauses] } };
}

/**
 * A query in DQL as a clause. Of DQL this knows what our panels use, which is Lucene's language but for the case of
 * `and`, `or` and `not` and the colon before a comparison.
 */
export function clauseOf(dql: string): object {
  if (dql === '') return { match_all: {} };
  const query = dql
    .replace(/ and /g, ' AND ')
    .replace(/ or /g, ' OR ')
    .replace(/\bnot \(/g, 'NOT (')
    .replace(/\s*([<>]=?)\s*/g, ':$1');
  return { query_string: { query } };
}
