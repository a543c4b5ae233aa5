import type { ConnectClient } from '@aws-sdk/client-connect';
import type { ConnectInstance } from '../../model/documents/connect-instance.ts';
import type { ConnectUser } from '../../model/documents/connect-user.ts';
import {
  type HistoricalMetricDocument,
  type MetricSubject,
  makeHistoricalMetric,
  metricSubjects,
} from '../../model/documents/historical-metric.ts';
import type { MetricsSettings } from '../../model/settings/metrics.ts';
import type { Stretch } from '../../model/wfm/interval.ts';
import type { RoutingProfile } from '../clients/connect.ts';
import { historyOf, mostSubjects, type SubjectFigures } from '../clients/connect-historical-metrics.ts';
import type { Erasures } from '../clients/erasures.ts';
import type { Telemetry } from '../edge/telemetry.ts';
import { askNoting, type PollTally } from './poll-tally.ts';
import { type MetricWriting, writeHistorical } from './write-metrics.ts';

export type StretchReading = MetricWriting & {
  readonly instanceId: string;
  readonly connect: ConnectClient;
  readonly settings: MetricsSettings['historical'];
  readonly serviceLevelSeconds: number;
  readonly erasures: Erasures;
  readonly telemetry: Pick<Telemetry, 'warn'>;
  /** Between two requests. */
  readonly pause: () => Promise<unknown>;
};

/** Of whom Connect is asked. */
export type Subjects = {
  readonly instance: ConnectInstance;
  readonly profiles: readonly RoutingProfile[];
  readonly users: readonly ConnectUser[];
};

/** What a document says of its subject beside the figures. */
type Named = Pick<
  HistoricalMetricDocument,
  'contactQueue' | 'contactQueueArn' | 'agentRoutingProfile' | 'agent' | 'agentHierarchy'
>;

/**
 * Reads all intervals of a stretch, of queues, routing profiles and agents, and stores each page as it comes. What fails is
 * noted, and the rest read all the same.
 *
 * @param deadline in epoch milliseconds: what is not read then is noted as `outOfTime`
 * @throws KnownError `unavailable` while the search service cannot be reached
 */
export async function readStretch(
  stretch: Stretch,
  subjects: Subjects,
  reading: StretchReading,
  tally: PollTally,
  deadline: number,
): Promise<void> {
  const { connect, settings, serviceLevelSeconds, telemetry, now, pause } = reading;
  const instanceArn = /^(.+:instance\/[^/]+)\//.exec(subjects.instance.queues[0]?.arn ?? '')?.[1] ?? '';
  for (const subject of metricSubjects) {
    const named = namedOf(subject, subjects);
    for (const ids of batchesOf([...named.keys()])) {
      if (now() >= deadline) {
        tally.went('outOfTime');
        return;
      }
      const askedAt = now();
      const asking = async () => {
        const { intervalMinutes } = settings;
        const ask = { instanceArn, subject, ids, stretch, intervalMinutes, serviceLevelSeconds };
        for await (const page of historyOf(connect, ask)) {
          tally.answered();
          const documents = await documentsOf(subject, page, named, reading, tally);
          await writeHistorical(documents, askedAt, reading, tally);
          await pause();
        }
      };
      await askNoting(asking, tally, telemetry, `history by ${subject}`);
    }
  }
}

function namedOf(subject: MetricSubject, { instance, profiles, users }: Subjects): Map<string, Named> {
  if (subject === 'routing-profile') {
    return new Map(profiles.map(({ id, name }) => [id, { agentRoutingProfile: name }]));
  }
  if (subject === 'queue') {
    const there = instance.queues.filter(({ deleted }) => !deleted);
    return new Map(there.map(({ id, name, arn }) => [id, { contactQueue: name, contactQueueArn: arn }]));
  }
  const there = users.filter(({ deleted }) => !deleted);
  return new Map(
    there.map(({ id, username, routingProfile, agentHierarchy }) => [
      id,
      { agent: username, agentRoutingProfile: routingProfile, agentHierarchy },
    ]),
  );
}

async function documentsOf(
  subject: MetricSubject,
  page: readonly SubjectFigures[],
  named: ReadonlyMap<string, Named>,
  { instanceId, settings, serviceLevelSeconds, erasures, now }: StretchReading,
  tally: PollTally,
): Promise<HistoricalMetricDocument[]> {
  const receivedAt = new Date(now()).toISOString();
  const documents: HistoricalMetricDocument[] = [];
  for (const { subjectId, interval, figures, missing } of page) {
    tally.went('missingMetric', missing);
    const its = named.get(subjectId);
    const startedAt = new Date(interval.from).toISOString();
    if (!its || (its.agent && (await erasures.cover({ agent: its.agent, startedAt })))) continue;
    const of = {
      instanceId,
      '@timestamp': startedAt,
      endsAt: new Date(interval.to).toISOString(),
      intervalMinutes: settings.intervalMinutes,
      receivedAt,
      subject,
      subjectId,
      ...its,
      ...(subject === 'agent' ? {} : { serviceLevelSeconds }),
    };
    documents.push(makeHistoricalMetric(of, figures));
  }
  return documents;
}

function batchesOf(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / mostSubjects) }, (_, i) =>
    ids.slice(i * mostSubjects, (i + 1) * mostSubjects),
  );
}
