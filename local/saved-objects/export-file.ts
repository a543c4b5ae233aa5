import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.ts';

/** Where dashboards/export.ndjson lies, and what the generator last wrote there. */
export type ExportFile = { readonly path: string; readonly checksumPath: string };

export const exportFile: ExportFile = {
  path: join(root, 'dashboards', 'export.ndjson'),
  checksumPath: join(root, 'dashboards', 'export.ndjson.sha256'),
};

/** `generated`: as the generator last wrote it. `changed`: taken from OpenSearch Dashboards, or edited by hand. */
export type Origin = 'generated' | 'changed';

/** Who made what lies there now. Throws if there is no such file. */
export function originOf({ path, checksumPath }: ExportFile): Origin {
  return readFileSync(checksumPath, 'utf8') === checksumLine(readFileSync(path, 'utf8'))
    ? 'generated'
    : 'changed';
}

/** Writes what the generator made, and remembers it. */
export function writeGenerated({ path, checksumPath }: ExportFile, ndjson: string): void {
  writeFileSync(path, ndjson);
  writeFileSync(checksumPath, checksumLine(ndjson));
}

/** As `sha256sum` writes it, so that `sha256sum --check` reads it. */
function checksumLine(ndjson: string): string {
  return `${createHash('sha256').update(ndjson).digest('hex')}  export.ndjson\n`;
}
