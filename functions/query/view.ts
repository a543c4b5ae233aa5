import {
  type Dimension,
  dimensionFields,
  dimensions,
  dimensionsOfAgents,
  dimensionsOfApiCalls,
  dimensionsOfContacts,
  dimensionsOfMetrics,
} from '../../model/query/dimension.ts';
import type { ManagerView, ViewLimit } from '../../model/query/manager-view.ts';
import type { ManagerLimits } from '../../model/settings/manager-limits.ts';
import type { Clause } from './ask.ts';
import { allOf } from './conditions.ts';

/** By which dimensions the documents of an index pattern can be told apart. What is not here no limited manager sees. */
const dimensionsOfIndex: Readonly<Record<string, readonly Dimension[]>> = {
  'softphone-calls-*': dimensions,
  'softphone-stream-stats-*': dimensions,
  'softphone-call-reports-*': dimensions,
  'softphone-api-metrics-*': dimensionsOfApiCalls,
  'softphone-preflights-*': dimensionsOfApiCalls,
  'softphone-readiness-*': dimensionsOfApiCalls,
  'softphone-call-logs-*': dimensions,
  'connect-contacts-*': dimensionsOfContacts,
  'connect-agent-states': dimensionsOfAgents,
  'connect-current-metrics-*': ['queue', 'routingProfile'],
  'connect-historical-metrics-*': dimensionsOfMetrics,
};

/** Who may see everything, whatever other groups they are in. */
const unlimited = 'admins';

/**
 * What somebody may see.
 *
 * @param groups of the token that the gateway checked
 * @param limits by group, of this deployment
 */
export function viewOf(groups: readonly string[], limits: ManagerLimits): ManagerView {
  const limiting = groups.includes(unlimited) ? [] : groups.filter((group) => Object.hasOwn(limits, group));
  if (limiting.length === 0) return { limits: null, apiCalls: true };
  const its = limiting.map((group) => viewLimit(limits[group] ?? {}));
  return { limits: its, apiCalls: its.some((limit) => canTell(limit, dimensionsOfApiCalls)) };
}

/**
 * The clause that only what may be seen of an index matches; undefined where all may. A limit by something that the
 * documents do not have lets none of them through.
 */
export function clauseOfView({ limits }: ManagerView, index: string): Clause | undefined {
  if (limits === null) return undefined;
  const known = (Object.hasOwn(dimensionsOfIndex, index) && dimensionsOfIndex[index]) || [];
  const should = limits.filter((limit) => canTell(limit, known)).map(clauseOfLimit);
  return should.length > 0 ? { bool: { should, minimum_should_match: 1 } } : { match_none: {} };
}

function viewLimit({ queues, hierarchy }: ManagerLimits[string]): ViewLimit {
  const levels = Object.entries(hierarchy ?? {}).filter(([, names]) => names !== undefined);
  return { ...(queues ? { queue: queues } : {}), ...Object.fromEntries(levels) };
}

/** A limit by nothing would be none; it lets nothing through. */
function canTell(limit: ViewLimit, known: readonly Dimension[]): boolean {
  const by = Object.keys(limit);
  return by.length > 0 && by.every((name) => known.some((dimension) => dimension === name));
}

function clauseOfLimit(limit: ViewLimit): Clause {
  return allOf(
    Object.entries(limit).map(([name, values]) => ({
      terms: { [dimensionFields[name as Dimension]]: values },
    })),
  );
}
