import type { Choices } from '../../model/query/choices.ts';
import { type Dimension, dimensionFields, dimensions } from '../../model/query/dimension.ts';
import type { Filters } from '../../model/query/filters.ts';
import type { Ask } from './ask.ts';
import { bucketsAt, countAt, numberAt } from './bucket.ts';
import { callSearch } from './call-search.ts';

/** An instance has some hundred queues; agents beyond this are found by the search box. */
const mostChoices = 500;

/** Answers `GET /query/filters`: what there is to choose from. Looks at the range only, so that every choice stays. */
export async function choicesOf(filters: Filters, ask: Ask): Promise<Choices> {
  const { from, to, zone } = filters;
  const aggs = Object.fromEntries(
    dimensions.map((name) => [name, { terms: { field: dimensionFields[name], size: mostChoices } }]),
  );
  const [answer] = await ask([callSearch({ from, to, zone }, aggs)]);
  const found = answer?.aggregations ?? {};
  return { choices: dimensions.map((dimension) => choiceOf(dimension, found)) };
}

function choiceOf(dimension: Dimension, found: Record<string, unknown>) {
  const values = bucketsAt(found, dimension).map((bucket) => ({
    value: String(bucket.key),
    calls: countAt(bucket),
  }));
  return { dimension, values, more: (numberAt(found, dimension, 'sum_other_doc_count') ?? 0) > 0 };
}
