import type { Envelope } from '../../model/messages/envelope.ts';
import { shortestDays } from '../../model/settings/retention.ts';
import { dimensionsOf } from '../enrich/dimensions.ts';
import type { MessageContext } from '../enrich/message-context.ts';
import { KnownError } from '../errors.ts';
import type { IngestDeps } from './ingest-deps.ts';
import type { MessageKind } from './message-kind.ts';
import { placeRecords } from './place-records.ts';
import type { DatedRecords } from './records.ts';
import { writeRecords } from './write-records.ts';

/** A message and how it came. */
export type Arrival<Message> = { readonly message: Message; readonly context: MessageContext };

/**
 * Checks, enriches and stores messages of one kind, all in one request to the search service. One for each HTTP
 * request, many for a history that is filled in.
 *
 * @param deadline until when the service may be asked again, in epoch milliseconds
 * @returns how many things are stored now: windows and events, reports, operations and failures
 * @throws KnownError `invalid`, `unknownAgent`, `unavailable`: then nothing, or not all, is stored
 */
export async function storeMessages<Message extends Envelope>(
  kind: MessageKind<Message>,
  arrivals: readonly Arrival<Message>[],
  deps: IngestDeps,
  deadline: number,
): Promise<number> {
  const records = await Promise.all(arrivals.map((arrival) => recordsOf(kind, arrival, deps)));
  const placed = await placeRecords(together(records), deps.indexChoice, deadline);
  await writeRecords(placed, deps.writing, deadline);
  return arrivals.reduce((sum, { message }) => sum + kind.size(message), 0);
}

async function recordsOf<Message extends Envelope>(
  kind: MessageKind<Message>,
  { message, context }: Arrival<Message>,
  { config, sources, users, erasures }: IngestDeps,
): Promise<DatedRecords> {
  if (message.instanceId !== config.instanceId) {
    const faults = [{ path: '$.instanceId', message: 'is not the instance of this deployment' }];
    throw new KnownError('invalid', 'The message is for another deployment.', { faults });
  }
  kind.check(message, context.receivedAt, shortestDays(config, kind.kinds));
  const [found, isErased] = await Promise.all([
    users.find(message.instanceId, message.agent),
    erasures.cover(kind.about(message)),
  ]);
  // Accepted and forgotten: neither its page nor the queue shall keep it.
  if (isErased) return { documents: [], calls: [] };
  if (found.standing === 'unknown') {
    throw new KnownError('unknownAgent', 'The instance has no user of this name.');
  }
  const user = found.standing === 'known' ? found.user : undefined;
  const dimensions = await dimensionsOf(message, context, user, sources);
  return kind.records(message, { context, dimensions }, config);
}

function together(records: readonly DatedRecords[]): DatedRecords {
  return {
    documents: records.flatMap(({ documents }) => documents),
    calls: records.flatMap(({ calls }) => calls),
  };
}
