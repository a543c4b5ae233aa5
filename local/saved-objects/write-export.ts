import { savedObjects } from '../../dashboards/saved-objects/all.ts';
import { toNdjson } from '../../dashboards/saved-objects/ndjson.ts';
import { type ExportFile, originOf, writeGenerated } from './export-file.ts';

/**
 * Writes dashboards/export.ndjson from dashboards/saved-objects.
 *
 * @param overwrite also what somebody has changed in OpenSearch Dashboards and pulled
 * @returns how many objects
 * @throws Error where that would be lost
 */
export function writeExport(file: ExportFile, overwrite: boolean): number {
  if (!overwrite && originOf(file) === 'changed') {
    throw new Error(
      'dashboards/export.ndjson is not what the generator wrote: somebody has pulled or edited it. ' +
        'To put the generated one in its place: npm run dashboards:export -- --overwrite',
    );
  }
  writeGenerated(file, toNdjson(savedObjects));
  return savedObjects.length;
}
