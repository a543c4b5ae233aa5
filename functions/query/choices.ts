import type { Choices } from '../../model/query/choices.ts';
import {
  type Dimension,
  dimensionFields,
  dimensions,
  dimensionsOfContacts,
} from '../../model/query/dimension.ts';
import type { ChoicesQuery } from '../../model/query/filters.ts';
import type { Ask, Clause, Search } from './ask.ts';
import { bucketsAt, countAt, numberAt } from './bucket.ts';
import { callSearch } from './call-search.ts';
import { allOf, during } from './conditions.ts';

/** An instance has some hundred queues; agents beyond this are found by the search box. */
const mostChoices = 500;

/** Answers `GET /query/filters`: what there is to choose from. Looks at the range only, so that every choice stays. */
export async function choicesOf({ from, to, zone, of }: ChoicesQuery, ask: Ask): Promise<Choices> {
  const known: readonly Dimension[] = of === 'contacts' ? dimensionsOfContacts : dimensions;
  const aggs = Object.fromEntries(
    known.map((name) => [name, { terms: { field: dimensionFields[name], size: mostChoices } }]),
  );
  const [answer] = await ask([
    of === 'contacts' ? contactSearch(from, to, aggs) : callSearch({ from, to, zone }, aggs),
  ]);
  const found = answer?.aggregations ?? {};
  return { choices: known.map((dimension) => choiceOf(dimension, found)) };
}

function contactSearch(from: string, to: string, aggs: Record<string, Clause>): Search {
  const query = allOf([during(from, to)]);
  return { index: 'connect-contacts-*', body: { size: 0, track_total_hits: false, query, aggs } };
}

function choiceOf(dimension: Dimension, found: Record<string, unknown>) {
  const values = bucketsAt(found, dimension).map((bucket) => ({
    value: String(bucket.key),
    count: countAt(bucket),
  }));
  return { dimension, values, more: (numberAt(found, dimension, 'sum_other_doc_count') ?? 0) > 0 };
}
