import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { transform } from 'esbuild';
import { buildLibrary } from '../../local/library/build-library.ts';
import { root } from '../../local/paths.ts';
import { buildSite, gzippedKilobytes, mayLoad, neededAtFirst } from './built-site.ts';

/** Not ours: web/agent/vite.config.ts puts them into files of these names. */
const others: ReadonlySet<string | undefined> = new Set(['react', 'streams']);

/** What an agent's browser fetches, in KB (1000 bytes), compressed. */
export type AgentScript = {
  /** Our own that the first paint needs. */
  readonly first: number;
  /** All of our own, with what is loaded later or only where something is switched on. */
  readonly own: number;
  /** React and Streams. */
  readonly others: number;
  readonly styles: number;
};

/**
 * The first paint waits for the one; the other comes over a slow line while the agent signs in. What the library adds to a page of
 * somebody else is no more than what a measuring script may be.
 */
export const mostAgentScript = { first: 20, own: 64, library: 32 } as const;

/** Builds the agents' site and weighs it. */
export async function weighAgentScript(): Promise<AgentScript> {
  const { folder, manifest } = await buildSite('agent');
  const weigh = (keys: Iterable<string>) => gzippedKilobytes(folder, manifest, new Set(keys));
  const isOther = (key: string) => others.has(manifest[key]?.name);
  const first = [...(await neededAtFirst(folder, manifest))];
  // The page that checks the computer is another.
  const all = [...mayLoad(manifest, 'index.html')];
  return {
    first: await weigh(first.filter((key) => !isOther(key))),
    own: await weigh(all.filter((key) => !isOther(key))),
    others: await weigh(all.filter(isOther)),
    styles: await gzippedKilobytes(folder, manifest, new Set(all), '.css'),
  };
}

/** What the library adds to a page whose build makes it small, in KB, compressed. */
export async function weighLibrary(): Promise<number> {
  const folder = join(root, '.build', 'bench-library');
  await buildLibrary(folder);
  const { code } = await transform(await readFile(join(folder, 'quality-monitor.js'), 'utf8'), {
    minify: true,
  });
  return gzipSync(code).length / 1000;
}
