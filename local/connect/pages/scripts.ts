import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const BROWSER_FOLDER = new URL('../browser/', import.meta.url);

/** The scripts of the simulator's pages by file name, among them Streams itself. `names` are files in browser/. */
export async function loadScripts(names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const bundled = await build({
    entryPoints: names.map((name) => fileURLToPath(new URL(`${name}.ts`, BROWSER_FOLDER))),
    outdir: '/',
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  const scripts = new Map(bundled.outputFiles.map(({ path, text }) => [path.replace(/^.*[\\/]/, ''), text]));
  const streams = createRequire(import.meta.url).resolve('amazon-connect-streams');
  return scripts.set('connect-streams.js', await readFile(streams, 'utf8'));
}
