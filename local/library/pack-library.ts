import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { root } from '../paths.ts';
import { buildLibrary } from './build-library.ts';
import { declarationsOf } from './declarations.ts';
import { licencesOf } from './licences.ts';

const run = promisify(execFile);
const entry = 'web/library/create-quality-monitor.ts';
const product = z.object({ version: z.string(), license: z.string() });

/**
 * Makes the package of the library for pages of others, with its types, and packs it.
 *
 * @param folder where both are put
 * @returns the path of the tarball
 */
export async function packLibrary(folder: string): Promise<string> {
  const its = join(folder, 'package');
  const modules = await buildLibrary(its);
  await run(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-b', 'web'], {
    cwd: root,
  });
  for (const [path, text] of declarationsOf(entry)) write(join(its, 'types', path), text);
  write(join(its, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`);
  write(join(its, 'THIRD-PARTY-LICENSES.txt'), licencesOf(modules));
  cpSync(join(root, 'LICENSE'), join(its, 'LICENSE'));
  cpSync(join(root, 'web', 'library', 'README.md'), join(its, 'README.md'));
  const { stdout } = await run('npm', ['pack', its, '--pack-destination', folder, '--json'], { cwd: folder });
  const [packed] = z.array(z.object({ filename: z.string() })).parse(JSON.parse(stdout));
  return join(folder, packed?.filename ?? '');
}

/** Nothing to install beside it: Streams is the page's own. */
function manifest() {
  const { version, license } = product.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const types = `./types/${entry.replace(/\.ts$/, '.d.ts')}`;
  return {
    name: 'softphone-quality-monitor',
    version,
    description: 'Softphone quality monitoring for Amazon Connect, for pages that have their own CCP',
    keywords: ['amazon-connect', 'amazon-connect-streams', 'softphone', 'webrtc', 'quality'],
    license,
    type: 'module',
    types,
    exports: { '.': { types, default: './quality-monitor.js' } },
    sideEffects: false,
  };
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
