import type { ConnectClient } from '@aws-sdk/client-connect';
import { makeMemoryDocumentStore } from '../../functions/clients/memory-document-store.ts';
import type { CurrentPolling } from '../../functions/collect/current-polling.ts';
import type { HistoricalPolling } from '../../functions/collect/read-unsettled.ts';
import { makeIndexChoice } from '../../functions/ingest/index-choice.ts';
import { metricsSettings } from '../../model/settings/metrics.ts';
import { instance, instanceId, users } from './truth.ts';
import { virtualPause } from './virtual-time.ts';

/** What both pollers need, by the virtual clock and with documents in memory. */
export function makeExamplePolling(connect: ConnectClient, settings: object) {
  const store = makeMemoryDocumentStore();
  const both = {
    instanceId,
    connect,
    settings: metricsSettings.parse(settings),
    instance: async () => instance,
    store,
    indexChoice: makeIndexChoice(store.existing, { rotation: 'daily' }),
    telemetry: { warn: () => {} },
    now: () => Date.now(),
  };
  const current: CurrentPolling = { ...both, pause: virtualPause };
  const historical: HistoricalPolling = {
    ...both,
    pause: () => virtualPause(1000),
    serviceLevelSeconds: 20,
    users: async () => users,
    erasures: { cover: async ({ agent }) => agent === 'agent.7' },
  };
  return { store, current, historical };
}
