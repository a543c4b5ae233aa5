import type { Envelope } from '../../model/messages/envelope.ts';
import { makePatience } from '../clients/patience.ts';
import { makeIngestQueue } from '../clients/queue.ts';
import type { HttpHandler } from '../edge/http.ts';
import { deployedDeps } from './deployed-deps.ts';
import { ingestHandler } from './ingest-handler.ts';
import type { MessageKind } from './message-kind.ts';

/** The handler of one route, with everything it needs from the environment of the deployed function. */
export function deployedIngest<Message extends Envelope>(kind: MessageKind<Message>): HttpHandler {
  const { config, deps } = deployedDeps();
  return ingestHandler(kind, { ...deps, queue: makeIngestQueue(config), patience: makePatience() }, config);
}
