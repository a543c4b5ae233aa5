import { ConnectApiError } from './error.ts';

/** Administrator Guide, "Amazon Connect service quotas", API throttling: what most operations have. */
const quota = { perSecond: 2, burst: 5 };
/** The same place: GetCurrentMetricData and its like have more. */
const quotas: Readonly<Record<string, typeof quota>> = {
  'metrics/current': { perSecond: 5, burst: 8 },
};

/**
 * Lets as many requests of each operation through as an account may make by default.
 *
 * @param fewer how many a second, where that is less: as when somebody else uses up the rest
 */
export function makeThrottle(
  now: () => number = Date.now,
  fewer: () => number | undefined = () => undefined,
): (operation: string) => void {
  const buckets = new Map<string, { readonly tokens: number; readonly at: number }>();
  return (operation) => {
    const its = quotas[operation] ?? quota;
    const perSecond = fewer() ?? its.perSecond;
    const burst = Math.min(its.burst, Math.max(1, fewer() ?? its.burst));
    const at = now();
    const before = buckets.get(operation) ?? { tokens: burst, at };
    const tokens = Math.min(burst, before.tokens + (perSecond * (at - before.at)) / 1000);
    buckets.set(operation, { tokens: tokens < 1 ? tokens : tokens - 1, at });
    if (tokens < 1) throw new ConnectApiError(429, 'ThrottlingException', 'Rate exceeded');
  };
}
