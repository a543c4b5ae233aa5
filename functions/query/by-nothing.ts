/**
 * What a list is sorted by before all else: the score, which is 0 for whatever a filter matches. Where a `scaled_float` comes
 * first, OpenSearch (3.x, Lucene's skipping by points) compares the figure after which a page begins with the whole numbers
 * that the field is stored as, and leaves documents out; what does not come first is not skipped by.
 */
export const byNothing = { sort: { _score: { order: 'desc' } }, value: 0 } as const;
