import * as z from 'zod';
import { preflight } from '../../model/messages/preflight.ts';
import type { Filters } from '../../model/query/filters.ts';
import type { CheckFault, LastCheck, LastChecks } from '../../model/query/last-checks.ts';
import type { Ask, Search } from './ask.ts';
import { allOf, clausesOf } from './conditions.ts';

/** An instance has some thousand agents; with more, whoever asks narrows the view. */
const mostAgents = 5000;

const read = preflight.pick({ trigger: true, outcome: true, checks: true }).extend({
  '@timestamp': z.string(),
  agent: z.string(),
  site: z.string().optional(),
  agentRoutingProfile: z.string().optional(),
});

/** Answers `GET /query/last-checks`: whose last check before a call did not pass, and why. */
export async function lastChecksOf(filters: Filters, ask: Ask): Promise<LastChecks> {
  const [answer] = await ask([lastOfEach(filters)]);
  const hits = answer?.hits.hits ?? [];
  const all = hits.slice(0, mostAgents).map((hit) => checkOf(read.parse(hit._source)));
  const count = (wanted: LastCheck['outcome']) => all.filter(({ outcome }) => outcome === wanted).length;
  return {
    from: filters.from,
    to: filters.to,
    agents: { failed: count('failed'), limited: count('limited'), ready: count('ready') },
    checks: all.filter(({ outcome }) => outcome !== 'ready').sort(byWorst),
    more: hits.length > mostAgents,
  };
}

function lastOfEach(filters: Filters): Search {
  return {
    index: 'softphone-preflights-*',
    body: {
      size: mostAgents + 1,
      track_total_hits: false,
      _source: { includes: Object.keys(read.shape) },
      query: allOf(clausesOf('softphone-preflights', filters)),
      collapse: { field: 'agent' },
      sort: [{ '@timestamp': 'desc' }],
    },
  };
}

function checkOf(its: z.infer<typeof read>): LastCheck {
  const bad = its.checks.filter(({ outcome }) => outcome === 'failed' || outcome === 'limited');
  const faults = bad.map(
    ({ check, outcome, reason = null, value = null }): CheckFault => ({ check, outcome, reason, value }),
  );
  return {
    agent: its.agent,
    site: its.site ?? null,
    routingProfile: its.agentRoutingProfile ?? null,
    at: its['@timestamp'],
    trigger: its.trigger,
    outcome: its.outcome,
    faults: faults.sort((a, b) => severity[a.outcome] - severity[b.outcome]),
  };
}

const severity = { failed: 0, limited: 1, ready: 2, passed: 2, skipped: 2 } as const;

function byWorst(a: LastCheck, b: LastCheck): number {
  return severity[a.outcome] - severity[b.outcome] || (a.at < b.at ? 1 : -1);
}
