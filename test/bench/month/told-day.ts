import { apiMetricsKind } from '../../../functions/ingest/api-metrics-kind.ts';
import { pendingCalls } from '../../../functions/ingest/merge-calls.ts';
import type { DatedRecords } from '../../../functions/ingest/records.ts';
import { softphoneReportKind } from '../../../functions/ingest/softphone-report-kind.ts';
import { softphoneStatsKind } from '../../../functions/ingest/softphone-stats-kind.ts';
import { apiCallsOf } from '../../../local/fleet/api-calls.ts';
import { messagesOfApiCalls } from '../../../local/fleet/api-messages.ts';
import { messagesOfCall } from '../../../local/fleet/call-messages.ts';
import { type Pace, planCalls } from '../../../local/fleet/call-plan.ts';
import { samplesOfCall } from '../../../local/fleet/call-samples.ts';
import { congestionOf } from '../../../local/fleet/congestion.ts';
import { faultsOf } from '../../../local/fleet/faults.ts';
import { randomOf } from '../../../local/fleet/random.ts';
import type { SentMessage } from '../../../local/fleet/sent-message.ts';
import { type Shift, shiftOf } from '../../../local/fleet/work-hours.ts';
import { stableId } from '../../../local/organisation.ts';
import type { CallParts } from '../../../model/documents/call-parts.ts';
import { defaultLimits } from '../../../model/quality/limits.ts';
import type { BenchAgent } from './agents.ts';
import { seed } from './seed.ts';

/** One agent's day of work: all that the functions would store of it. */
export type ToldDay = {
  readonly date: string;
  readonly documents: DatedRecords['documents'];
  readonly calls: readonly { readonly id: string; readonly parts: CallParts }[];
};

/** 140 calls in eight hours, of ten windows in the middle: a busy line. */
const pace: Pace = { meanGapMillis: 20_000, medianTalkMillis: 115_000 };
const halfMinute = 30_000;
/** Any work day; long before anything else, so that none of the faults of the demo is in it. */
const date = '2001-03-07';

/**
 * Makes a day with the functions' own code: each message cleaned of nothing and checked for nothing, but made into
 * documents as they do.
 *
 * @param variant another one gives another day of the same agent
 */
export function tellDay({ persona, dimensions }: BenchAgent, variant: number): ToldDay {
  const { agent } = persona;
  const random = randomOf(seed, 'told', agent.username, variant);
  const config = {
    instanceId: dimensions.instanceId,
    rotation: 'daily',
    retentionDays: 90,
    limits: defaultLimits,
  } as const;
  const faults = faultsOf('2000-01-03');
  const shift = someShift(agent.site.name, variant);
  const calls = planCalls(persona, shift, faults, random, pace);
  const congestion = congestionOf(agent.site.name, seed + variant);
  const page = {
    persona,
    instanceId: dimensions.instanceId,
    clientId: stableId(`${agent.username}/${variant}`),
  };
  const ofCalls = calls.flatMap((call) =>
    messagesOfCall(page, call, samplesOfCall(persona, call, congestion, faults, random), random),
  );
  const apiCalls = apiCallsOf(agent.site.name, shift, calls, faults, random);
  const messages = [...ofCalls, ...messagesOfApiCalls(page, apiCalls, random, halfMinute)];
  const records = messages.map((message) => recordsOf(message, dimensions, config));
  return {
    date,
    documents: records.flatMap(({ documents }) => documents),
    // Nothing is written yet: in the mean time any one place will do.
    calls: pendingCalls(records.flatMap((its) => its.calls.map((call) => ({ ...call, index: call.kind })))),
  };
}

function recordsOf(
  message: SentMessage,
  dimensions: BenchAgent['dimensions'],
  config: Parameters<typeof apiMetricsKind.records>[2],
): DatedRecords {
  const enrichment = { context: { receivedAt: message.receivedAt }, dimensions };
  if (message.route === 'softphone-stats')
    return softphoneStatsKind.records(message.body, enrichment, config);
  if (message.route === 'softphone-reports')
    return softphoneReportKind.records(message.body, enrichment, config);
  return apiMetricsKind.records(message.body, enrichment, config);
}

/** On some days an agent does not work. */
function someShift(site: string, variant: number): Shift {
  for (let attempt = 0; ; attempt++) {
    const shift = shiftOf(site, date, randomOf(seed, 'shift', site, variant, attempt));
    if (shift) return shift;
  }
}
