import type { AlertRule } from '../../model/alerts/rule.ts';

const watched = { enabled: true, filters: {} } as const;

/**
 * What a deployment watches for until its admins decide otherwise. Of two that watch the same the first counts: what it
 * has raised the second leaves out.
 */
export const defaultRules: readonly AlertRule[] = [
  {
    ...watched,
    id: 'poor-calls-by-site',
    name: 'Poor calls at a site',
    severity: 'critical',
    kind: 'measure',
    measure: 'poorCalls',
    split: 'site',
    raise: 10,
    clear: 5,
    windowMinutes: 60,
    minimumCount: 20,
  },
  {
    ...watched,
    id: 'poor-calls-by-queue',
    name: 'Poor calls in a queue',
    severity: 'warning',
    kind: 'measure',
    measure: 'poorCalls',
    split: 'queue',
    raise: 10,
    clear: 5,
    windowMinutes: 60,
    minimumCount: 20,
  },
  {
    ...watched,
    id: 'slow-agent-api',
    name: 'Slow agent API',
    severity: 'warning',
    kind: 'measure',
    measure: 'apiSlow',
    split: 'operation',
    raise: 3000,
    clear: 1500,
    windowMinutes: 60,
    minimumCount: 50,
  },
  {
    ...watched,
    id: 'failed-set-ups',
    name: 'Failed set-ups',
    severity: 'critical',
    kind: 'measure',
    measure: 'setupFailures',
    raise: 5,
    clear: 2,
    windowMinutes: 60,
    minimumCount: 20,
  },
  {
    ...watched,
    id: 'run-of-poor-calls',
    name: 'An agent’s run of poor calls',
    severity: 'warning',
    kind: 'run',
    poorCalls: 4,
    // Of an agent half of whose calls are poor, four good ones in a row are nothing.
    clearAfter: 10,
    windowMinutes: 480,
  },
];
