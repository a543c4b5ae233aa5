import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const BROWSER_FOLDER = new URL('../browser/', import.meta.url);
const ENTRIES = ['ccp', 'worker', 'rtc', 'control'] as const;

/** The scripts of the simulator's pages, by file name. */
export async function loadScripts(): Promise<ReadonlyMap<string, string>> {
  const bundled = await build({
    entryPoints: ENTRIES.map((name) => fileURLToPath(new URL(`${name}.ts`, BROWSER_FOLDER))),
    outdir: '/',
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    sourcemap: 'inline',
  });
  const scripts = new Map(bundled.outputFiles.map(({ path, text }) => [path.replace(/^.*[\\/]/, ''), text]));
  const streams = createRequire(import.meta.url).resolve('amazon-connect-streams');
  return scripts.set('connect-streams.js', await readFile(streams, 'utf8'));
}
