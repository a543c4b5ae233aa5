import { readFileSync, writeFileSync } from 'node:fs';
import { toNdjson } from '../../dashboards/saved-objects/ndjson.ts';
import { askDashboards, type Credentials } from './ask-dashboards.ts';
import type { ExportFile } from './export-file.ts';
import { withoutPopularity } from './without-popularity.ts';

/** How many objects are in the file now, and what that changed. */
export type Taken = {
  readonly objects: number;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
};

/**
 * Puts what is in OpenSearch Dashboards into dashboards/export.ndjson, ids kept, in an order that shows in a comparison
 * what has changed and nothing else. The file is then somebody's, no longer the generator's.
 *
 * @throws Error that says what to do; the file is then as it was
 */
export async function takeExport(file: ExportFile, url: string, credentials: Credentials): Promise<Taken> {
  const objects = (await askDashboards(url, credentials)).map(withoutPopularity);
  const before = linesOf(readFileSync(file.path, 'utf8'));
  const ndjson = toNdjson(objects);
  const now = linesOf(ndjson);
  writeFileSync(file.path, ndjson);
  return {
    objects: objects.length,
    added: [...now.keys()].filter((name) => !before.has(name)),
    changed: [...now].filter(([name, line]) => (before.get(name) ?? line) !== line).map(([name]) => name),
    removed: [...before.keys()].filter((name) => !now.has(name)),
  };
}

/** The lines by the type and id of what they are. */
function linesOf(ndjson: string): Map<string, string> {
  const lines = ndjson.split('\n').filter((line) => line !== '');
  return new Map(
    lines.map((line) => {
      const { type, id } = JSON.parse(line) as { type: string; id: string };
      return [`${type} ${id}`, line];
    }),
  );
}
