import type { Client } from '@opensearch-project/opensearch';
import type { SQSRecord } from 'aws-lambda';
import { makeContactSources } from '../../functions/clients/contact-sources.ts';
import { makeDocumentStore } from '../../functions/clients/document-store.ts';
import { makeExistingIndices } from '../../functions/clients/existing-indices.ts';
import type { FailedMessage } from '../../functions/clients/failed-records.ts';
import { agentEventSource } from '../../functions/collect/agent-event-source.ts';
import { agentEventCleaner } from '../../functions/collect/clean-agent-event.ts';
import { contactRecordCleaner } from '../../functions/collect/clean-contact-record.ts';
import { flowLogCleaner } from '../../functions/collect/clean-flow-log.ts';
import { type ArrivedRecord, collectRecords } from '../../functions/collect/collect-records.ts';
import { contactRecordSource } from '../../functions/collect/contact-record-source.ts';
import { flowLogSource } from '../../functions/collect/flow-log-source.ts';
import { exampleConfig, makeExampleDeps, makeExampleTelemetry } from '../../functions/ingest/example-deps.ts';
import { makeIndexChoice } from '../../functions/ingest/index-choice.ts';
import { softphoneReportKind } from '../../functions/ingest/softphone-report-kind.ts';
import { softphoneStatsKind } from '../../functions/ingest/softphone-stats-kind.ts';
import { storeMessages } from '../../functions/ingest/store-messages.ts';
import type { AskJoin } from '../../functions/join/ask-join.ts';
import { type JoinAsk, splitAsk } from '../../functions/join/join-ask.ts';
import { takeAsks } from '../../functions/join/take-asks.ts';
import { collectSettings } from '../../model/settings/collect.ts';
import type { Arrival } from './delivery.ts';

/** Everything that is asked of a search service may take this long. */
const patienceMillis = 60_000;
const sourceIp = '81.84.12.9';

/** The clock of the arrivals. */
type Clock = { now: number };

/**
 * The functions that take a day's things, as they are deployed but for the queue between them and the one that joins, which
 * is a list here. Their clock is that of the arrivals.
 */
export function makeReceivers(search: Client) {
  const clock: Clock = { now: 0 };
  const joining = makeJoining(search, clock);
  const { storing, setAside } = makeStoring(search, clock, joining.ask);
  return {
    setAside,
    join: joining.join,
    /** Takes what arrives together, source by source, as a stream's or a log's batch. */
    take: async (arrivals: readonly Arrival[]) => {
      clock.now = arrivals.at(-1)?.arrivesAt ?? clock.now;
      await collectRecords(
        contactRecordSource,
        clean.record,
        recordsOf('contact-records', arrivals),
        storing,
        never,
      );
      await collectRecords(
        agentEventSource,
        clean.event,
        recordsOf('agent-events', arrivals),
        storing,
        never,
      );
      await collectRecords(
        flowLogSource,
        clean.line,
        recordsOf('contact-flow-logs', arrivals),
        storing,
        never,
      );
      const stats = arrivals.flatMap(({ thing, arrivesAt }) =>
        thing.source === 'softphone-stats' ? [arrived(thing.message, arrivesAt)] : [],
      );
      const reports = arrivals.flatMap(({ thing, arrivesAt }) =>
        thing.source === 'softphone-reports' ? [arrived(thing.message, arrivesAt)] : [],
      );
      if (stats.length > 0) await storeMessages(softphoneStatsKind, stats, storing, never);
      if (reports.length > 0) await storeMessages(softphoneReportKind, reports, storing, never);
    },
  };
}

const never = Number.POSITIVE_INFINITY;
const settings = collectSettings.parse({});
const clean = {
  record: contactRecordCleaner(settings, (number) => number),
  event: agentEventCleaner(settings),
  line: flowLogCleaner(settings),
};

function makeStoring(search: Client, clock: Clock, askJoin: AskJoin) {
  const now = () => clock.now;
  const setAside: FailedMessage[] = [];
  const { deps } = makeExampleDeps();
  const storing = {
    ...deps,
    now,
    writing: { store: makeDocumentStore(search), limits: exampleConfig.limits, pause: async () => {} },
    indexChoice: makeIndexChoice(makeExistingIndices(search), exampleConfig.indexNames),
    askJoin,
    failedRecords: { keepMessage: async (message: FailedMessage) => void setAside.push(message) },
    queue: {
      send: async () => {
        throw new Error('The search service is there: nothing has to wait');
      },
    },
  };
  return { storing, setAside };
}

/** The queue and the function behind it. */
function makeJoining(search: Client, clock: Clock) {
  const asks: { readonly dueAt: number; readonly ask: JoinAsk }[] = [];
  const now = () => clock.now;
  const { telemetry } = makeExampleTelemetry();
  const deps = { sources: makeContactSources(search, now), store: makeDocumentStore(search), telemetry };
  return {
    ask: async (ask: JoinAsk, delaySeconds = 0) =>
      void asks.push({ dueAt: clock.now + 1000 * delaySeconds, ask }),
    /** Joins what is asked for by now, or all that ever was. */
    join: async (until = clock.now) => {
      const due = asks.filter(({ dueAt }) => dueAt <= until);
      asks.splice(0, asks.length, ...asks.filter(({ dueAt }) => dueAt > until));
      const messages = due.flatMap(({ ask }) => splitAsk(ask)).map(asMessage);
      const left = await takeAsks(messages, deps, Date.now() + patienceMillis);
      if (left.length > 0) throw new Error(`${left.length} asks could not be done`);
    },
  };
}

function recordsOf(source: Arrival['thing']['source'], arrivals: readonly Arrival[]): ArrivedRecord[] {
  return arrivals.flatMap(({ thing, arrivesAt }) => {
    if (thing.source !== source || !('raw' in thing)) return [];
    const place = 'logEventId' in thing ? thing.logEventId : `shard:${arrivesAt}`;
    return [{ raw: thing.raw, receivedAt: new Date(arrivesAt), place }];
  });
}

/** A page stamps a message anew at each attempt. */
function arrived<Message extends object>(message: Message, arrivesAt: number) {
  const context = { receivedAt: new Date(arrivesAt), sourceIp };
  return { message: { ...message, sentAt: new Date(arrivesAt - 100).toISOString() }, context };
}

function asMessage(ask: JoinAsk, i: number): SQSRecord {
  return { messageId: String(i), body: JSON.stringify(ask) } as SQSRecord;
}
