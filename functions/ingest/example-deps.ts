import { makeMemoryDocumentStore } from '../clients/memory-document-store.ts';
import type { Standing } from '../clients/user-directory.ts';
import { readConfig } from '../config.ts';
import type { Telemetry } from '../edge/telemetry.ts';
import { siteFinder } from '../enrich/site.ts';
import type { AcceptDeps } from './accept-message.ts';
import { makeIndexChoice } from './index-choice.ts';

export const exampleConfig = readConfig({
  INSTANCE_ID: '7f0c2d5e-3b1a-4c68-9d2e-5a4b8c6d1e0f',
  OPENSEARCH_ENDPOINT: 'http://search.example',
  ALLOWED_ORIGINS: 'https://softphone.example',
  SITES: '{"Lisbon": ["81.84.12.0/24"]}',
});

/** Says nothing, and counts what it is told to count. */
export function makeExampleTelemetry() {
  const counted: { metric: string; count: number; dimensions: Readonly<Record<string, string>> }[] = [];
  const telemetry: Telemetry = {
    info: () => {},
    warn: () => {},
    error: () => {},
    count: (metric, count, dimensions) => void counted.push({ metric, count, dimensions }),
  };
  return { telemetry, counted };
}

/** What taking a message over needs, without a network and without a queue: for tests. */
export function makeExampleDeps(change: Partial<AcceptDeps> = {}) {
  const store = makeMemoryDocumentStore();
  const { telemetry, counted } = makeExampleTelemetry();
  const nowhere = async () => undefined;
  const deps: AcceptDeps = {
    config: exampleConfig,
    sources: {
      site: siteFinder(exampleConfig.sites),
      addresses: { country: nowhere, city: nowhere, asn: nowhere },
      agentIp: 'keep',
    },
    erasures: { cover: async () => false },
    indexChoice: makeIndexChoice(store.existing, exampleConfig.indexNames),
    instance: async () => undefined,
    users: { find: async (): Promise<Standing> => ({ standing: 'unsynced' }) },
    writing: { store, limits: exampleConfig.limits, pause: async () => {} },
    telemetry,
    patience: { until: () => Number.POSITIVE_INFINITY, wasInVain: () => {} },
    ...change,
  };
  return { deps, store, counted };
}
