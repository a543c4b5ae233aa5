import type { Envelope } from '../../model/messages/envelope.ts';
import { shortestDays } from '../../model/settings/retention.ts';
import type { About } from '../clients/erasures.ts';
import { stampsOf } from '../enrich/clock-skew.ts';
import { dimensionsOf } from '../enrich/dimensions.ts';
import type { MessageContext } from '../enrich/message-context.ts';
import { KnownError } from '../errors.ts';
import type { IngestDeps } from './ingest-deps.ts';
import type { MessageKind } from './message-kind.ts';
import { placeRecords, type Said } from './place-records.ts';
import { writeRecords } from './write-records.ts';

/** A message and how it came. */
export type Arrival<Message> = { readonly message: Message; readonly context: MessageContext };

/**
 * Checks, enriches and stores messages of one kind, all in one request to the search service. One for each HTTP
 * request, many for a history that is filled in.
 *
 * @param deadline until when the service may be asked again, in epoch milliseconds
 * @returns how many things are stored now: windows and events, reports, operations and failures
 * @throws KnownError `invalid`, `unknownAgent`, `unavailable`: then nothing, or not all, is stored, or it is and nobody was
 *   asked to join its contact
 */
export async function storeMessages<Message extends Envelope>(
  kind: MessageKind<Message>,
  arrivals: readonly Arrival<Message>[],
  deps: IngestDeps,
  deadline: number,
): Promise<number> {
  const said = await Promise.all(arrivals.map((arrival) => saidBy(kind, arrival, deps)));
  const kept = said.filter((its) => its !== undefined);
  await writeRecords(await placeRecords(kept, deps.indexChoice, deadline), deps.writing, deadline);
  const contactIds = kept.flatMap(({ about, completes }) => (completes && about.contactId) || []);
  // Also of a repeat: whoever stored it may not have come to asking.
  if (contactIds.length > 0) await deps.askJoin?.({ contactIds });
  return arrivals.reduce((sum, { message }) => sum + kind.size(message), 0);
}

/** What a message comes to, and whether it makes its contact's document another. */
type Answered = Said & { readonly completes: boolean };

/** Undefined of what was erased: it is accepted and forgotten, so that neither its page nor the queue keeps it. */
async function saidBy<Message extends Envelope>(
  kind: MessageKind<Message>,
  { message, context }: Arrival<Message>,
  { config, sources, users, erasures, now = Date.now }: IngestDeps,
): Promise<Answered | undefined> {
  if (message.instanceId !== config.instanceId) {
    const faults = [{ path: '$.instanceId', message: 'is not the instance of this deployment' }];
    throw new KnownError('invalid', 'The message is for another deployment.', { faults });
  }
  kind.check(message, context.receivedAt, shortestDays(config, kind.kinds));
  const about = aboutOf(kind, message, context);
  const [found, isErased] = await Promise.all([
    users.find(message.instanceId, message.agent),
    erasures.cover(about),
  ]);
  if (isErased) return undefined;
  if (found.standing === 'unknown') {
    throw new KnownError('unknownAgent', 'The instance has no user of this name.');
  }
  const user = found.standing === 'known' ? found.user : undefined;
  const dimensions = await dimensionsOf(message, context, user, sources);
  const storedAt = Date.parse(message.sentAt) + now() - context.receivedAt.getTime();
  return {
    about,
    records: kind.records(message, { context, dimensions }, config),
    completes: kind.completes(message, storedAt),
  };
}

function aboutOf<Message extends Envelope>(
  kind: MessageKind<Message>,
  message: Message,
  { receivedAt }: MessageContext,
): About {
  const { startedAt, ...whose } = kind.about(message);
  return { ...whose, startedAt: stampsOf(startedAt, message.sentAt, receivedAt)['@timestamp'] };
}
