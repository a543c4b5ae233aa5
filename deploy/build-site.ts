import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export type SiteName = 'agent' | 'manager';

const root = dirname(import.meta.dirname);
const BUILT = join(root, '.build', 'sites');
/** All that can be in a page. */
const SOURCES = ['package-lock.json', '{web,model,dashboards}/**/*.{ts,tsx,css,html,json,svg}'];

/** Where a site's files are once it is built. */
export function siteFolder(site: SiteName): string {
  return join(BUILT, site);
}

/**
 * Whether anything has changed since the site was built. Tests beside the sources count too: a rebuild too many is cheap.
 */
export async function isBuilt(site: SiteName): Promise<boolean> {
  const before = await readFile(stampOf(site), 'utf8').catch(() => undefined);
  return before === (await fingerprint());
}

/** Builds with Vite, in a process of its own. Throws an Error that names the log. */
export async function buildSite(site: SiteName, log: string, signal: AbortSignal): Promise<void> {
  const now = await fingerprint();
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const config = join('web', site, 'vite.config.ts');
  const child = spawn(process.execPath, [vite, 'build', '--config', config], {
    cwd: root,
    // Tests set another, and would get a React that is larger and slower than what is deployed.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  const [code] = await once(child, 'close');
  await writeFile(log, Buffer.concat(output));
  if (code !== 0) throw new Error(`The ${site}s' site could not be built; see ${log}`);
  await writeFile(stampOf(site), now);
}

function stampOf(site: SiteName): string {
  return join(BUILT, `${site}.fingerprint`);
}

/** Of names, sizes and times: quick enough for every start. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of globSync(SOURCES, { cwd: root }).sort()) {
    const { size, mtimeMs } = await stat(join(root, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}
