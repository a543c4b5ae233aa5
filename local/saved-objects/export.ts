/** `npm run dashboards:export`: makes dashboards/export.ndjson anew from the measures and dashboards/saved-objects. */
import { parseArgs } from 'node:util';
import { exportFile } from './export-file.ts';
import { writeExport } from './write-export.ts';

try {
  const { values } = parseArgs({ options: { overwrite: { type: 'boolean', default: false } } });
  console.info(`Wrote ${writeExport(exportFile, values.overwrite)} objects to dashboards/export.ndjson.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
