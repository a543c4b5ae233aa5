/** Options for what thousands of documents are changed by: a few seconds, and on a domain that is busy longer. */
export const patient = { requestTimeout: 120_000, maxRetries: 0 };
