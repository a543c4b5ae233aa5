import type { ConnectInstance } from '../../model/documents/connect-instance.ts';
import { collectSettings } from '../../model/settings/collect.ts';
import type { FailedMessage } from '../clients/failed-records.ts';
import { makeMemoryDocumentStore } from '../clients/memory-document-store.ts';
import { KnownError } from '../errors.ts';
import { makeExampleTelemetry } from '../ingest/example-deps.ts';
import { makeIndexChoice } from '../ingest/index-choice.ts';
import type { JoinAsk } from '../join/join-ask.ts';
import { agentEventSource } from './agent-event-source.ts';
import { agentEventCleaner } from './clean-agent-event.ts';
import { contactRecordCleaner } from './clean-contact-record.ts';
import { flowLogCleaner } from './clean-flow-log.ts';
import { type CollectDeps, collectRecords } from './collect-records.ts';
import { contactRecordSource } from './contact-record-source.ts';
import { flowLogSource } from './flow-log-source.ts';
import { phoneNumberHasher } from './hash-phone-number.ts';

/** An hour after the examples happened. */
const now = () => Date.parse('2026-03-04T11:00:00Z');
const key = 'a key that is long enough for a keyed hash';

/**
 * Collecting, without a network: for tests.
 *
 * @param given settings of what is collected
 * @param instance what the synced names say
 */
export function makeExampleCollector(given: object = {}, instance?: ConnectInstance) {
  const settings = collectSettings.parse(given);
  const store = makeMemoryDocumentStore();
  const { telemetry, counted } = makeExampleTelemetry();
  const queued: object[] = [];
  const setAside: FailedMessage[] = [];
  const asked: JoinAsk[] = [];
  const is = { down: false };
  const deps: CollectDeps = {
    config: {
      instanceId: '7f0c2d5e-3b1a-4c68-9d2e-5a4b8c6d1e0f',
      limits: {} as CollectDeps['config']['limits'],
      retentionDays: 90,
    },
    telemetry,
    now,
    instance: async () => instance,
    erasures: { cover: async ({ contactId }) => contactId === 'e0e0e0e0-0000-4000-8000-000000000000' },
    indexChoice: makeIndexChoice(store.existing, { rotation: 'daily' }),
    writing: {
      store: {
        ...store,
        write: async (writes, deadline) => {
          if (is.down) throw new KnownError('unavailable', 'down');
          return store.write(writes, deadline);
        },
      },
      now,
      pause: async () => {},
    },
    askJoin: async (ask) => void asked.push(ask),
    patience: { until: () => Number.POSITIVE_INFINITY, wasInVain: () => {} },
    failedRecords: { keepMessage: async (message) => void setAside.push(message) },
    queue: { send: async (message) => void queued.push(message) },
  };
  const cleaners = {
    records: contactRecordCleaner(settings, phoneNumberHasher(key)),
    events: agentEventCleaner(settings),
    lines: flowLogCleaner(settings),
  };
  const arrived = (raw: unknown, i: number) => ({ raw, receivedAt: new Date(now()), place: `place-${i}` });
  const never = Number.POSITIVE_INFINITY;
  return {
    deps,
    is,
    queued,
    setAside,
    asked,
    counted,
    documents: () => store.documents(),
    records: (raws: readonly unknown[]) =>
      collectRecords(contactRecordSource, cleaners.records, raws.map(arrived), deps, never),
    events: (raws: readonly unknown[]) =>
      collectRecords(agentEventSource, cleaners.events, raws.map(arrived), deps, never),
    lines: (raws: readonly unknown[]) =>
      collectRecords(flowLogSource, cleaners.lines, raws.map(arrived), deps, never),
  };
}
