import { defaultLimits } from '../../model/quality/limits.ts';
import type { Ask } from './ask.ts';
import { limitedAsk } from './limited-ask.ts';
import type { Means } from './route.ts';
import { viewOf } from './view.ts';

/** What a route is asked with by somebody who may see everything, where nothing is raised, named or polled; but for `change`. */
export function buildMeans(ask: Ask, change: Partial<Means> = {}): Means {
  return {
    ask,
    view: { limits: null, apiCalls: true },
    limits: defaultLimits,
    raisedAlerts: async () => null,
    levelNames: async () => ({}),
    metricPolls: async () => [],
    now: () => new Date(),
    ...change,
  };
}

/** The same by somebody of these groups: `ask` then sees no more than `limits` let them see. */
export function buildLimitedMeans(
  ask: Ask,
  groups: Parameters<typeof viewOf>[0],
  limits: Parameters<typeof viewOf>[1],
  change: Partial<Means> = {},
): Means {
  const view = viewOf(groups, limits);
  return buildMeans(limitedAsk(ask, view), { view, ...change });
}
