import { ConnectClient } from '@aws-sdk/client-connect';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countAgentsOnline } from '../../functions/clients/connect.ts';
import { recentData } from '../../functions/watch/recent-data.ts';
import { watchOver } from '../../functions/watch/watch-over.ts';
import { type SignedInAgent, signInWithoutPage } from '../../local/connect/testing/sign-in-without-page.ts';
import { emulator } from './harness/aws.ts';
import { apiMetricsAt, instanceId, post } from './harness/ingest.ts';
import { alarmNamed, metricOf, putMetric } from './harness/metrics.ts';
import { findWhen, searchClient } from './harness/search.ts';
import { runningStack } from './harness/stack.ts';
import { waitFor } from './harness/wait-for.ts';

const quarterOfAnHour = 900;
let agent: SignedInAgent;
const connectUrl = () => new URL(runningStack().ccpUrl).origin;

beforeAll(async () => {
  agent = await signInWithoutPage(connectUrl(), 'hazel.manalo');
});
afterAll(() => agent.leave());

/** What the watch function would say at that moment, of this stack's agents and this stack's data. */
async function watchAt(now: Date): Promise<Record<string, number>> {
  const connect = new ConnectClient({
    ...emulator(),
    endpoint: connectUrl().replace('localhost', '127.0.0.1'),
  });
  const said: Record<string, number> = {};
  const watching = {
    countAgentsOnline: () => countAgentsOnline(connect, instanceId),
    recentData: (at: Date) => recentData(searchClient(), at),
    gauges: {
      measure: ({ name, value }: { name: string; value: number }) => {
        said[name] = value;
      },
    },
  };
  await watchOver(watching, now);
  connect.destroy();
  return said;
}

test('an agent is signed in, and nothing comes: the silence is as long as nothing came', async () => {
  const said = await watchAt(new Date(Date.now() + (quarterOfAnHour + 60) * 1000));
  expect(said.AgentsOnline).toBeGreaterThanOrEqual(1);
  expect(said.Silence).toBeGreaterThan(quarterOfAnHour);
});

test('data come: there is no silence, and their page’s version is in use', async () => {
  const message = apiMetricsAt(new Date(), 'ana.silva');
  expect((await post('/api-metrics', message)).status).toBe(202);
  const sent = [{ term: { agent: 'ana.silva' } }, { range: { receivedAt: { gte: message.sentAt } } }];
  await findWhen('the message', 'softphone-api-metrics-*', sent, (found) => found.length > 0);
  const said = await watchAt(new Date());
  expect(said.Silence).toBeLessThan(60);
  expect(said.PageVersionDocuments).toBeGreaterThan(0);
});

test('three silent looks raise the alarm', async () => {
  const { Silence = 0 } = await watchAt(new Date(Date.now() + (quarterOfAnHour + 60) * 1000));
  const metric = { name: 'Silence', dimensions: { stage: 'local' } };
  for (const secondsAgo of [600, 300, 0]) {
    await putMetric(metric, Silence, new Date(Date.now() - secondsAgo * 1000));
  }
  await waitFor(
    'the alarm',
    () => alarmNamed('softphone-quality-local-no-data'),
    (alarm) => alarm?.StateValue === 'ALARM',
  );
});

test('the deployed function says so to CloudWatch', async () => {
  const lambda = new LambdaClient(emulator());
  const { FunctionError, Payload } = await lambda.send(
    new InvokeCommand({ FunctionName: 'softphone-quality-local-watch' }),
  );
  expect(FunctionError, Payload?.transformToString()).toBeUndefined();
  const figure = (name: string) => metricOf({ name, dimensions: { stage: 'local' }, statistic: 'Maximum' });
  await waitFor(
    'the agents online',
    () => figure('AgentsOnline'),
    (agents) => agents !== undefined && agents >= 1,
  );
  expect(await figure('Silence')).toBeDefined();
});
