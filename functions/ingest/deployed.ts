import type { Envelope } from '../../model/messages/envelope.ts';
import { openAddressDatabases } from '../clients/address-databases.ts';
import { makeDocumentStore } from '../clients/document-store.ts';
import { makeFailedRecords } from '../clients/failed-records.ts';
import { makeSearchClient } from '../clients/search.ts';
import { makeUserDirectory } from '../clients/user-directory.ts';
import { readConfig } from '../config.ts';
import type { HttpHandler } from '../edge/http.ts';
import { makeTelemetry } from '../edge/telemetry.ts';
import { siteFinder } from '../enrich/site.ts';
import { ingestHandler } from './ingest-handler.ts';
import type { MessageKind } from './message-kind.ts';
import { makeRecentCalls } from './recent-calls.ts';

/** The handler of one route, with everything it needs from the environment of the deployed function. */
export function deployedIngest<Message extends Envelope>(kind: MessageKind<Message>): HttpHandler {
  const config = readConfig();
  const telemetry = makeTelemetry(config);
  const search = makeSearchClient(config);
  const deps = {
    config,
    telemetry,
    users: makeUserDirectory(search),
    sources: {
      site: siteFinder(config.sites),
      addresses: openAddressDatabases(config.databases, telemetry),
    },
    writing: {
      store: makeDocumentStore(search),
      limits: config.limits,
      failedRecords: makeFailedRecords(config),
      recent: makeRecentCalls(),
      telemetry,
    },
  };
  return ingestHandler(kind, deps, config);
}
