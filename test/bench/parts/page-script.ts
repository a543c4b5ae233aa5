import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { Part } from '../measurement.ts';

/** Not ours: web/agent/vite.config.ts puts them into files of these names. */
const others = ['react', 'streams'];

/** What an agent's browser has to fetch beside React and Streams. */
export const part: Part = async () => {
  const folder = await buildAgentSite();
  const files = await readdir(folder);
  const isOther = (file: string) => others.some((name) => file.startsWith(`${name}-`));
  const gzipped = async (wanted: (file: string) => boolean) => {
    const sizes = files
      .filter(wanted)
      .map(async (file) => gzipSync(await readFile(join(folder, file))).length);
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1000;
  };
  const isScript = (file: string) => file.endsWith('.js');
  return [
    {
      name: 'our own script, gzipped',
      value: await gzipped((file) => isScript(file) && !isOther(file)),
      unit: 'KB',
      bar: { atMost: 40 },
    },
    {
      name: 'React and Streams, gzipped',
      value: await gzipped((file) => isScript(file) && isOther(file)),
      unit: 'KB',
    },
    { name: 'styles, gzipped', value: await gzipped((file) => file.endsWith('.css')), unit: 'KB' },
  ];
};

/** Gives the folder of the scripts. */
async function buildAgentSite(): Promise<string> {
  const root = join(import.meta.dirname, '..', '..', '..');
  const built = join(root, '.build', 'bench-site');
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const parameters = ['build', '--config', join('web', 'agent', 'vite.config.ts'), '--outDir', built];
  await promisify(execFile)(process.execPath, [vite, ...parameters], { cwd: root });
  return join(built, 'assets');
}
