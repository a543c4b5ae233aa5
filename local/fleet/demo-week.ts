import { openAddressDatabases } from '../../functions/clients/address-databases.ts';
import { makeMemoryDocumentStore } from '../../functions/clients/memory-document-store.ts';
import type { Telemetry } from '../../functions/edge/telemetry.ts';
import { siteFinder } from '../../functions/enrich/site.ts';
import { makeIndexChoice } from '../../functions/ingest/index-choice.ts';
import type { IngestDeps } from '../../functions/ingest/ingest-deps.ts';
import { agentStateDocument, agentStatesIndex } from '../../model/documents/agent-event.ts';
import type { CallDocument } from '../../model/documents/call.ts';
import type { ContactDocument } from '../../model/documents/contact.ts';
import type { DatedKind } from '../../model/documents/kinds.ts';
import { defaultLimits } from '../../model/quality/limits.ts';
import type { Organisation } from '../organisation.ts';
import { judgeWeek } from './connect/judge-week.ts';
import { storeMetrics } from './connect/store-metrics.ts';
import { storeTold } from './connect/store-told.ts';
import type { ToldByConnect } from './connect/told-by-connect.ts';
import { faultsOf } from './faults.ts';
import { datesBefore, historyOf } from './history.ts';
import { countriesFile } from './ingest-of.ts';
import { providersOf } from './providers.ts';
import type { SentMessage } from './sent-message.ts';
import { storeDay } from './store-day.ts';
import { connectUserOf } from './users.ts';

type WeekOptions = {
  readonly seed?: number;
  readonly days?: number;
  /** Of these kinds nothing is kept: a week's windows are most of its memory. */
  readonly without?: readonly DatedKind[];
  /** Told each day's messages: all of them at once are as large. */
  readonly onMessages?: (messages: readonly SentMessage[]) => void;
};

/** A week before `now`, made into documents without any search service: for looking at, and for tests. */
export async function demoWeek(
  organisation: Organisation,
  now: Date,
  { seed = 1, days = 7, without = [], onMessages }: WeekOptions = {},
) {
  const faults = faultsOf(now.toISOString().slice(0, 10));
  const store = makeMemoryDocumentStore(({ index }) => !without.some((kind) => index.startsWith(`${kind}-`)));
  const deps = depsOf(organisation, now, store);
  const told: ToldByConnect[] = [];
  const dates = datesBefore(now, days);
  for (const day of historyOf({ organisation, seed, dates, faults, until: now })) {
    await storeDay(day.messages, deps);
    await storeTold(day.told, deps);
    onMessages?.(day.messages);
    told.push(day.told);
  }
  await storeMetrics(told, now, deps);
  const stored = [...store.documents()];
  const storedOf = (kind: string) =>
    stored.filter(([place]) => place.startsWith(`${kind}-`)).map(([, document]) => document);
  const calls = storedOf('softphone-calls') as readonly CallDocument[];
  const contacts = judgeWeek(storedOf('connect-contacts') as readonly ContactDocument[], calls, now);
  const documents = (kind: string) => (kind === 'connect-contacts' ? contacts : storedOf(kind));
  const states = stored.flatMap(([place, document]) =>
    place.startsWith(`${agentStatesIndex}/`) ? [agentStateDocument.parse(document)] : [],
  );
  return { faults, documents, calls, contacts, states };
}

function depsOf(organisation: Organisation, now: Date, store: MemoryStore): IngestDeps {
  const { instanceId, sites, agents } = organisation;
  const providers = providersOf(organisation);
  const users = new Map(agents.map((agent) => [agent.username, connectUserOf(agent, instanceId, now)]));
  return {
    config: { instanceId, retentionDays: 30, limits: defaultLimits },
    // What is told in the demo names its queues.
    instance: async () => undefined,
    telemetry,
    erasures: { cover: async () => false },
    indexChoice: makeIndexChoice(store.existing, { rotation: 'daily' }),
    users: {
      find: async (_, username) => {
        const user = users.get(username);
        return user ? { standing: 'known', user } : { standing: 'unknown' };
      },
    },
    sources: {
      site: siteFinder(Object.fromEntries(sites.map((site) => [site.name, [site.publicCidr]]))),
      addresses: {
        ...openAddressDatabases({ country: countriesFile, city: undefined, asn: undefined }, telemetry),
        asn: async () => providers,
      },
      agentIp: 'keep',
    },
    writing: { store, limits: defaultLimits },
  };
}

type MemoryStore = ReturnType<typeof makeMemoryDocumentStore>;

const silent = () => {};
const telemetry: Telemetry = { info: silent, warn: silent, error: silent, count: silent };
