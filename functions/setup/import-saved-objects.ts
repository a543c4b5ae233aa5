import type { Client } from '@opensearch-project/opensearch';
import * as z from 'zod';
import { describeError } from '../edge/describe-error.ts';
import type { Telemetry } from '../edge/telemetry.ts';

const outcome = z.object({
  success: z.boolean(),
  successCount: z.number().default(0),
  errors: z.array(z.object({ type: z.string(), id: z.string() })).default([]),
});

/** In a file of saved objects no line is this. */
const boundary = 'softphone-quality-saved-objects';

/**
 * Imports saved objects into OpenSearch Dashboards, in place of those with the same ids, for everybody who signs in
 * (the global tenant). Where the search service has no Dashboards, as on a developer's machine, it says so in the log.
 *
 * @param ndjson as OpenSearch Dashboards exports them
 * @throws Error that names what was not imported
 */
export async function importSavedObjects(
  search: Pick<Client, 'transport'>,
  ndjson: string,
  telemetry: Pick<Telemetry, 'info'>,
): Promise<void> {
  if (!(await hasDashboards(search))) {
    return telemetry.info('no OpenSearch Dashboards here: saved objects are not imported');
  }
  const { body } = await search.transport.request(
    {
      method: 'POST',
      path: '/_dashboards/api/saved_objects/_import',
      querystring: { overwrite: 'true' },
      body: multipart(ndjson),
    },
    {
      headers: {
        'content-type': `multipart/form-data; boundary=${boundary}`,
        'osd-xsrf': 'true',
        securitytenant: 'global',
      },
    },
  );
  const { success, successCount, errors: failed } = outcome.parse(body);
  if (!success) {
    const names = failed.map(({ type, id }) => `${type} ${id}`).join(', ');
    throw new Error(`OpenSearch Dashboards did not import ${names || 'the saved objects'}`);
  }
  telemetry.info('imported saved objects', { count: successCount });
}

async function hasDashboards(search: Pick<Client, 'transport'>): Promise<boolean> {
  try {
    await search.transport.request({ method: 'GET', path: '/_dashboards/api/status' });
    return true;
  } catch (error) {
    // Without Dashboards the path is that of an index that cannot be.
    if ([400, 404, 405].includes(describeError(error).statusCode ?? 0)) return false;
    throw error;
  }
}

function multipart(ndjson: string): string {
  return [
    `--${boundary}`,
    'content-disposition: form-data; name="file"; filename="export.ndjson"',
    'content-type: application/ndjson',
    '',
    ndjson,
    `--${boundary}--`,
    '',
  ].join('\r\n');
}
