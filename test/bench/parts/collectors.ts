import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { agentEventSource } from '../../../functions/collect/agent-event-source.ts';
import { agentEventCleaner } from '../../../functions/collect/clean-agent-event.ts';
import { contactRecordCleaner } from '../../../functions/collect/clean-contact-record.ts';
import { flowLogCleaner } from '../../../functions/collect/clean-flow-log.ts';
import { contactRecordSource } from '../../../functions/collect/contact-record-source.ts';
import { flowLogSource } from '../../../functions/collect/flow-log-source.ts';
import type { Source } from '../../../functions/collect/source.ts';
import { noQueueName } from '../../../model/documents/connect-instance.ts';
import { indexName } from '../../../model/documents/dated-index.ts';
import { collectSettings } from '../../../model/settings/collect.ts';
import {
  buildAgentEvent,
  buildContactRecord,
  buildFlowLog,
  connectInstanceArn,
} from '../../connect-builders.ts';
import { delivered, streamed } from '../../connect-deliveries.ts';
import { buildFunctions } from '../build-functions.ts';
import { costOfFunction } from '../cost-of-function.ts';
import type { Measurement, Part } from '../measurement.ts';
import { median } from '../median.ts';
import { bulkBody, type Placed, rawBulk } from '../raw-bulk.ts';
import { ingestEnvironment, patientClient, searchService, withEmptyDays } from '../search-service.ts';
import { unusedAws } from '../unused-aws.ts';

const batches = 21;
const batchSize = 500;
const agents = 200;
/** So that what it leaves among the agents' states can be told. */
const ofBench = 'bench:';

type Batch = readonly Record<string, unknown>[];
type Collector = {
  readonly make: (at: Date, i: number) => Record<string, unknown>;
  readonly event: (batch: Batch, number: number) => unknown;
  /** What a record's documents are, for whoever writes them without anything else. */
  readonly documents: (record: Record<string, unknown>, i: number) => readonly Placed[];
};

const settings = collectSettings.parse({});
const cleanRecord = contactRecordCleaner(settings, () => '');
const cleanEvent = agentEventCleaner(settings);
const cleanLine = flowLogCleaner(settings);

const collectors: Readonly<Record<string, Collector>> = {
  'contact-records': {
    make: (at) => buildContactRecord({ ContactId: randomUUID(), InitiationTimestamp: at.toISOString() }),
    event: (batch) => streamed(batch),
    documents: (record) => documentsOf(contactRecordSource, cleanRecord(record)),
  },
  'agent-events': {
    make: (at, i) =>
      buildAgentEvent({
        EventId: randomUUID(),
        AgentARN: `${ofBench}${i % agents}`,
        EventTimestamp: new Date(at.getTime() + i * 10).toISOString(),
      }),
    event: (batch) => streamed(batch),
    documents: (record) => documentsOf(agentEventSource, cleanEvent(record)),
  },
  'contact-flow-logs': {
    make: (at) => buildFlowLog({ ContactId: randomUUID(), Timestamp: at.toISOString() }),
    event: (batch, number) => delivered(batch, number * batchSize),
    documents: (record, i) => documentsOf(flowLogSource, cleanLine(record, String(i))),
  },
};

/** Records a second of each collector, in a process of its own, and past it: the same documents by `_bulk`. */
export const part: Part = async (tell) => {
  const folder = await buildFunctions();
  const searchUrl = await searchService();
  const env = {
    ...process.env,
    ...ingestEnvironment(searchUrl),
    ...unusedAws,
    INSTANCE_ID: connectInstanceArn.split('/').at(-1),
    CONTACTS_ROTATION: 'daily',
  };
  return withEmptyDays(searchUrl, 2, async ([collected = new Date(), raw = new Date()]) => {
    const measured: Measurement[] = [];
    for (const [name, collector] of Object.entries(collectors)) {
      tell(name);
      const events = batchesOf(collector, collected).map(collector.event);
      const cost = await costOfFunction(join(folder, 'collect', `${name}.mjs`), events, env);
      const bare = await rawMillis(searchUrl, batchesOf(collector, raw), collector);
      measured.push(...measurementsOf(name, cost, bare));
    }
    await patientClient(searchUrl).deleteByQuery({
      index: 'connect-agent-states',
      body: { query: { prefix: { agentArn: ofBench } } },
    });
    return measured;
  });
};

function batchesOf({ make }: Collector, at: Date): Batch[] {
  return Array.from({ length: batches }, (_, batch) =>
    Array.from({ length: batchSize }, (__, i) => make(at, batch * batchSize + i)),
  );
}

/** Milliseconds of a batch. */
async function rawMillis(
  searchUrl: string,
  all: readonly Batch[],
  { documents }: Collector,
): Promise<number> {
  const send = rawBulk(searchUrl, 1);
  const millis: number[] = [];
  for (const [number, batch] of all.entries()) {
    const body = bulkBody(batch.flatMap((record, i) => documents(record, number * batchSize + i)));
    const start = performance.now();
    await send(body);
    millis.push(performance.now() - start);
  }
  // The first makes the index.
  return median(millis.slice(1));
}

/** All but the agents' states, which are written over and over. */
function documentsOf<Clean>({ schema, collect }: Source<Clean>, cleaned: unknown): readonly Placed[] {
  const its = { receivedAt: new Date(), instanceId: '', erased: [], queueName: noQueueName };
  const { documents, contacts } = collect(schema.parse(cleaned), its);
  const all = [...documents, ...contacts.map(({ part, ...dated }) => ({ ...dated, document: part }))];
  return all.map(({ kind, at, id, document }) => ({ index: indexName(kind, at, 'daily'), id, document }));
}

type Cost = Awaited<ReturnType<typeof costOfFunction>>;

function measurementsOf(name: string, cost: Cost, bareMillis: number): Measurement[] {
  const perSecond = (1000 * batchSize) / cost.medianMillis;
  const processor = `${cost.processorMillis.toFixed(0)} ms of ${cost.medianMillis.toFixed(0)} a batch are processor time`;
  return [
    { name: `${name}: collector`, value: perSecond, unit: 'records/s', note: processor },
    { name: `${name}: raw _bulk`, value: (1000 * batchSize) / bareMillis, unit: 'records/s' },
    { name: `${name}: collector to raw`, value: (100 * bareMillis) / cost.medianMillis, unit: '%' },
    {
      name: `${name}: for each MB`,
      value: perSecond / cost.mostMegabytes,
      unit: 'records/s',
      note: `${cost.mostMegabytes.toFixed(0)} MB, the most that the process had`,
    },
  ];
}
