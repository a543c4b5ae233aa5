/** `npm run dashboards:pull -- URL`: takes dashboards/export.ndjson from an OpenSearch Dashboards. */
import { parseArgs } from 'node:util';
import { exportFile, originOf } from './export-file.ts';
import { takeExport } from './take-export.ts';

try {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [url, ...more] = positionals;
  if (!url || more.length > 0 || !URL.canParse(url)) {
    throw new Error('Usage: npm run dashboards:pull -- https://<domain>/_dashboards');
  }
  const { DASHBOARDS_AUTH: basic, DASHBOARDS_COOKIE: cookie } = process.env;
  const { objects, ...differences } = await takeExport(exportFile, url, { basic, cookie });
  for (const [what, names] of Object.entries(differences)) {
    for (const name of names) console.info(`${what}: ${name}`);
  }
  console.info(`Wrote ${objects} objects to dashboards/export.ndjson.`);
  if (originOf(exportFile) === 'changed') {
    console.info('The next deployment imports them. npm run dashboards:export will not overwrite them.');
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
