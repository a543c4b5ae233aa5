import { buildSite, gzippedKilobytes, neededAtFirst } from './built-site.ts';

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

/** The first paint waits for the one; the other comes over a slow line while the agent signs in. */
export const mostAgentScript = { first: 20, own: 64 } as const;

/** Builds the agents' site and weighs it. */
export async function weighAgentScript(): Promise<AgentScript> {
  const { folder, manifest } = await buildSite('agent');
  const weigh = (keys: Iterable<string>) => gzippedKilobytes(folder, manifest, new Set(keys));
  const isOther = (key: string) => others.has(manifest[key]?.name);
  const first = [...(await neededAtFirst(folder, manifest))];
  const all = Object.keys(manifest);
  return {
    first: await weigh(first.filter((key) => !isOther(key))),
    own: await weigh(all.filter((key) => !isOther(key))),
    others: await weigh(all.filter(isOther)),
    styles: await gzippedKilobytes(folder, manifest, new Set(all), '.css'),
  };
}
