import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../paths.ts';

/** Builds the library's one file, quality-monitor.js, into a folder; gives the files that it is made of. */
export async function buildLibrary(folder: string): Promise<string[]> {
  const configFile = join(root, 'web', 'library', 'vite.config.ts');
  const built = await build({ configFile, logLevel: 'warn', build: { outDir: folder } });
  return [built]
    .flat()
    .flatMap((its) => ('output' in its ? its.output : []))
    .flatMap((its) => (its.type === 'chunk' ? its.moduleIds : []));
}
