import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildSite, isBuilt, siteFolder } from '../../../local/sites/build-site.ts';
import type { Part } from '../measurement.ts';

/** Not ours: web/agent/vite.config.ts puts them into files of these names. */
const others = ['react', 'streams'];

/** What an agent's browser has to fetch beside React and Streams. */
export const part: Part = async () => {
  const log = join(import.meta.dirname, '..', '..', '..', '.local', 'bench-site.log');
  if (!(await isBuilt('agent'))) await buildSite('agent', log, AbortSignal.timeout(120_000));
  const folder = join(siteFolder('agent'), 'assets');
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
