import type { IngestDeps } from '../functions/ingest/ingest-deps.ts';
import { recordAlertsOfHistory } from './fleet/alerts-of-history.ts';
import { judgeHistory } from './fleet/connect/judge-history.ts';
import { storeMetrics } from './fleet/connect/store-metrics.ts';
import { storeTold } from './fleet/connect/store-told.ts';
import { keepDemoRecord, openDemoRecord } from './fleet/demo-record.ts';
import { faultsOf } from './fleet/faults.ts';
import { datesBefore, type HistoryDay, historyOf } from './fleet/history.ts';
import { type FunctionEnvironment, ingestOf } from './fleet/ingest-of.ts';
import { providersOf } from './fleet/providers.ts';
import { rollUpHistory } from './fleet/roll-up-history.ts';
import { storeDay } from './fleet/store-day.ts';
import { untilAvailable } from './fleet/until-available.ts';
import { makeOrganisation, type Organisation } from './organisation.ts';

export type FillOptions = {
  readonly now: Date;
  /** Another seed is another week. */
  readonly seed?: number;
  readonly days?: number;
  /** Called as the work goes on, with 0…1. */
  readonly onProgress?: (done: number) => void;
};

export type Filled = { readonly messages: number; readonly stored: number };

/** One is being stored while the next is made. */
const inFlight = 3;

/**
 * Fills in a believable history of the days before `now`, through the deployed functions' own code. What is there
 * already is not added again; after some days a second fill adds those days.
 *
 * @param stack with the variables of a deployed ingest function, whose settings are used
 * @throws Error that says what is wrong; a second fill then goes on where this one stopped
 */
export async function fillHistory(
  stack: { readonly environment: FunctionEnvironment },
  { now, seed = 1, days = 7, onProgress = () => {} }: FillOptions,
): Promise<Filled> {
  const { config, search, deps: deployed } = ingestOf(stack.environment);
  const organisation = makeOrganisation({ instanceId: config.instanceId });
  const deps = config.databases.asn ? deployed : withProviders(deployed, organisation);
  const record = await openDemoRecord(search, seed, now);
  const dates = datesBefore(now, days).filter((date) => date >= (record.filledUntil?.slice(0, 10) ?? ''));
  const history = historyOf({ organisation, seed, dates, faults: faultsOf(record.anchor), until: now });
  const shifts = dates.length * organisation.agents.length;
  const filled = await storeAll(history, deps, now, (day) => onProgress(Math.min(1, day / shifts)));
  await search.indices.refresh({ index: 'softphone-*,connect-*' });
  await judgeHistory(search, config, now);
  await rollUpHistory(search, now);
  const from = record.filledUntil ?? `${dates[0] ?? now.toISOString().slice(0, 10)}T00:00:00.000Z`;
  await recordAlertsOfHistory(search, new Date(from), now);
  await keepDemoRecord(search, seed, { ...record, filledUntil: now.toISOString() });
  onProgress(1);
  return filled;
}

/** Without a database of networks, which only an admin can bring, nobody would see what it is good for. */
function withProviders(deps: IngestDeps, organisation: Organisation): IngestDeps {
  const providers = providersOf(organisation);
  const addresses = { ...deps.sources.addresses, asn: async () => providers };
  return { ...deps, sources: { ...deps.sources, addresses } };
}

async function storeAll(
  history: Iterator<HistoryDay>,
  deps: IngestDeps,
  now: Date,
  onDay: (day: number) => void,
): Promise<Filled> {
  const allTold: HistoryDay['told'][] = [];
  let messages = 0;
  let stored = 0;
  let day = 0;
  const worker = async () => {
    for (let next = history.next(); !next.done; next = history.next()) {
      const { messages: sent, told } = next.value;
      stored += await untilAvailable(() => storeDay(sent, deps));
      await untilAvailable(() => storeTold(told, deps));
      messages += sent.length;
      allTold.push(told);
      onDay(++day);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  await untilAvailable(() => storeMetrics(allTold, now, deps));
  return { messages, stored };
}
