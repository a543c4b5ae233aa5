import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';

/** A file of a built site, as Vite's manifest has it: `imports` come with it, `dynamicImports` when somebody asks. */
export type Built = {
  readonly file: string;
  readonly src?: string;
  readonly name?: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
};
export type Manifest = Readonly<Record<string, Built>>;

const root = join(import.meta.dirname, '..', '..');

/** Builds a site beside the deployed one. Gives its folder and what its files import. */
export async function buildSite(
  site: 'agent' | 'manager',
  folder = join(root, '.build', `bench-${site}-site`),
): Promise<{ folder: string; manifest: Manifest }> {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const parameters = ['build', '--config', join('web', site, 'vite.config.ts')];
  await promisify(execFile)(process.execPath, [vite, ...parameters, '--manifest', '--outDir', folder], {
    cwd: root,
    // As it is deployed: where tests run, React would be that for development.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const manifest = JSON.parse(await readFile(join(folder, '.vite', 'manifest.json'), 'utf8')) as Manifest;
  return { folder, manifest };
}

/** The files that a page of the site names itself, and what comes with them: nothing is painted before all are there. */
export async function neededAtFirst(
  folder: string,
  manifest: Manifest,
  page = 'index.html',
): Promise<ReadonlySet<string>> {
  const html = await readFile(join(folder, page), 'utf8');
  const named = Object.keys(manifest).filter((key) => html.includes(manifest[key]?.file ?? key));
  return comeWith(manifest, named);
}

/** The files that come with these, themselves included: everything that they import, and what that imports. Throws where there is no such file. */
export function comeWith(manifest: Manifest, keys: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (key: string) => {
    if (found.has(key)) return;
    const built = manifest[key];
    if (!built) throw new Error(`The build has no file ${key}`);
    found.add(key);
    for (const imported of built.imports ?? []) add(imported);
  };
  for (const key of keys) add(key);
  return found;
}

/** All that a page may ever load: what comes with it, and what any of that asks for later. */
export function mayLoad(manifest: Manifest, page: string): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (key: string) => {
    for (const its of comeWith(manifest, [key])) {
      if (found.has(its)) continue;
      found.add(its);
      for (const later of manifest[its]?.dynamicImports ?? []) add(later);
    }
  };
  add(page);
  return found;
}

/** What a browser fetches of these files, in KB (1000 bytes), each compressed on its own. */
export async function gzippedKilobytes(
  folder: string,
  manifest: Manifest,
  keys: ReadonlySet<string>,
  ending: '.js' | '.css' = '.js',
): Promise<number> {
  const named = [...keys].flatMap((key) => [manifest[key]?.file ?? '', ...(manifest[key]?.css ?? [])]);
  const files = [...new Set(named)].filter((file) => file.endsWith(ending));
  const sizes = files.map(async (file) => gzipSync(await readFile(join(folder, file))).length);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1000;
}
