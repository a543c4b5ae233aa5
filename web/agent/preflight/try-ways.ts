import { gather } from './gather.ts';
import type { Tried } from './judge-ways.ts';
import { type MediaServer, serversByWay, type Way, ways } from './ways.ts';

/** Asks the servers by each way that there are any for, all ways at once: one that is blocked takes its time. */
export async function tryWays(
  ofConnect: readonly MediaServer[],
  configured: readonly MediaServer[],
  signal: AbortSignal,
): Promise<Partial<Record<Way, Tried>>> {
  const byWay = serversByWay(ofConnect, configured);
  const tried = ways.map(async (way) => {
    const its = byWay[way];
    return its ? [[way, { ...its, gathered: await gather(its, signal) }] as const] : [];
  });
  return Object.fromEntries((await Promise.all(tried)).flat());
}
