import { Client } from '@opensearch-project/opensearch';
import { AwsSigv4Signer } from '@opensearch-project/opensearch/aws-v3';
import type { Config } from '../config.ts';

/** Long enough for a busy cluster, short enough to answer the page before the gateway gives up at 30 s. */
export const requestTimeoutMillis = 8000;

/** The client of the search service: signed by the function's role on Amazon's, plain on a developer's machine. */
export function makeSearchClient(config: Pick<Config, 'search' | 'aws'>): Client {
  return new Client({
    ...(config.search.auth === 'sigv4' ? signer(config.aws) : {}),
    node: config.search.endpoint,
    requestTimeout: requestTimeoutMillis,
    // One: a kept connection may have been closed by the other side. More is for whoever knows the time left.
    maxRetries: 1,
  });
}

function signer({ region, credentials }: Config['aws']) {
  if (!credentials)
    throw new Error('SEARCH_AUTH is sigv4, but there are no AWS credentials in the environment');
  return AwsSigv4Signer({ region, service: 'es', getCredentials: async () => credentials });
}
