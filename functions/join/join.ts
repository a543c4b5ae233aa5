import { makeContactSources } from '../clients/contact-sources.ts';
import { makeDocumentStore } from '../clients/document-store.ts';
import { makeSearchClient } from '../clients/search.ts';
import { readConfig } from '../config.ts';
import { queueBatchHandler } from '../edge/queue.ts';
import { makeTelemetry } from '../edge/telemetry.ts';
import { takeAsks } from './take-asks.ts';

const config = readConfig();
const telemetry = makeTelemetry(config);
const search = makeSearchClient(config);
const deps = { sources: makeContactSources(search), store: makeDocumentStore(search), telemetry };

/** Puts the documents of contacts together again, as the messages of `ContactsToJoin` ask. */
export const handler = queueBatchHandler(telemetry, (records, deadline) => takeAsks(records, deps, deadline));
