import { Client } from '@opensearch-project/opensearch';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultRules } from '../../dashboards/alerts/default-rules.ts';
import { askSearch } from '../../functions/query/ask-search.ts';
import { demoWeek } from '../../local/fleet/demo-week.ts';
import { replayAlerts } from '../../local/fleet/replay-alerts.ts';
import { makeOrganisation } from '../../local/organisation.ts';
import type { Alert } from '../../model/alerts/alert.ts';
import { apiMetricMapping } from '../../model/documents/api-metric.ts';
import { callMapping } from '../../model/documents/call.ts';
import { fillIndex } from '../query/fill-index.ts';

/** A Saturday long before anyone else's data: the five work days are over. */
const now = new Date('2003-11-22T14:00:00Z');
const dayMillis = 86_400_000;
const run = `${process.pid}-${Date.now()}`;
const indices = { calls: `softphone-calls-test-a-${run}`, api: `softphone-api-metrics-test-a-${run}` };
const search = new Client({ node: process.env.OPENSEARCH_URL ?? 'http://127.0.0.1:9200' });
let week: Awaited<ReturnType<typeof demoWeek>>;

beforeAll(async () => {
  week = await demoWeek(makeOrganisation(), now, { without: ['softphone-stream-stats'] });
  await fillIndex(search, indices.calls, callMapping, week.calls);
  await fillIndex(
    search,
    indices.api,
    apiMetricMapping,
    week.documents('softphone-api-metrics') as readonly object[],
  );
}, 300_000);
afterAll(() => search.indices.delete({ index: Object.values(indices) }));

test('the alerts of the demo’s week name its three faults, and few else', { timeout: 600_000 }, async () => {
  const alerts = await replayAlerts(askSearch(search), {
    rules: defaultRules,
    from: new Date(now.getTime() - 8 * dayMillis),
    to: now,
    everyMinutes: 5,
  });
  for (const { rule, group, raisedAt, clearedAt, because } of alerts) {
    console.info(`${rule.name}: ${group}, ${raisedAt} to ${clearedAt ?? 'now'} (${because ?? 'raised'})`);
  }
  console.info(`${alerts.length} alerts in the demo's week, of ${week.calls.length} calls`);
  const { siteNetwork, agentLastMile, slowOperation } = week.faults;
  const of = (id: string, group: string) => alerts.filter((its) => its.rule.id === id && its.group === group);
  const within = ({ raisedAt }: Alert, { from, to }: { from: number; to: number }) =>
    Date.parse(raisedAt) >= from && Date.parse(raisedAt) <= to;

  const site = of('poor-calls-by-site', siteNetwork.site);
  expect(site).toHaveLength(1);
  expect(site.every((its) => within(its, siteNetwork))).toBe(true);
  const agent = of('run-of-poor-calls', agentLastMile.agent);
  expect(agent.length).toBeGreaterThanOrEqual(1);
  const operation = of('slow-agent-api', slowOperation.name);
  expect(operation).toHaveLength(1);
  expect(operation.every((its) => within(its, slowOperation))).toBe(true);
  const others = alerts.filter((its) => ![...site, ...agent, ...operation].includes(its));
  expect(others.length).toBeLessThanOrEqual(2);
});
