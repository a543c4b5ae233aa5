/** One aggregation of a picture over an index pattern, without its id. */
export type Aggregation = {
  readonly type: string;
  readonly schema: 'metric' | 'segment' | 'group';
  readonly params: Readonly<Record<string, unknown>>;
};

/** How many documents. */
export const countOf = (customLabel: string): Aggregation => ({
  type: 'count',
  schema: 'metric',
  params: { customLabel },
});

/** Columns of as much time as suits the range that is looked at. */
export const overTime: Aggregation = {
  type: 'date_histogram',
  schema: 'segment',
  params: {
    field: '@timestamp',
    useNormalizedOpenSearchInterval: true,
    scaleMetricValues: false,
    interval: 'auto',
    drop_partials: false,
    min_doc_count: 1,
    extended_bounds: {},
    customLabel: 'Time',
  },
};

/** Columns of equally wide classes of a number. */
export const classesOf = (field: string, interval: number, customLabel: string): Aggregation => ({
  type: 'histogram',
  schema: 'segment',
  params: {
    field,
    interval,
    min_doc_count: false,
    has_extended_bounds: false,
    extended_bounds: { min: '', max: '' },
    customLabel,
  },
});

/** One row, bar or colour for each value, those with the highest metric first; documents without one are left out. */
export const valuesOf = (
  schema: 'segment' | 'group',
  field: string,
  customLabel: string,
  size = 20,
): Aggregation => ({
  type: 'terms',
  schema,
  params: {
    field,
    orderBy: '1',
    order: 'desc',
    size,
    otherBucket: false,
    otherBucketLabel: 'Other',
    missingBucket: false,
    missingBucketLabel: 'Missing',
    customLabel,
  },
});

/** As Dashboards keeps them: numbered, the first being what the others are ordered by. */
export function numbered(aggregations: readonly Aggregation[]): readonly object[] {
  return aggregations.map((its, i) => ({ id: String(i + 1), enabled: true, ...its }));
}
