import { partialDataHeader } from '../../model/query/partial-data.ts';
import { makeDocumentStore } from '../clients/document-store.ts';
import { makeSearchClient } from '../clients/search.ts';
import { readConfig } from '../config.ts';
import { httpHandler } from '../edge/http.ts';
import { makeTelemetry } from '../edge/telemetry.ts';
import { askSearch } from '../query/ask-search.ts';
import { groupsOf, requireManager } from '../query/manager.ts';
import { viewOf } from '../query/view.ts';
import { watchParts } from '../query/watch-parts.ts';
import { answerAlerts } from './answer-alerts.ts';

const config = readConfig();
const search = makeSearchClient(config);
const all = askSearch(search);
const means = { store: makeDocumentStore(search), now: () => new Date() };

/** `GET /query/alerts`, `GET` and `PUT /query/alert-rules`: for managers within their limits, rules are changed by admins. */
export const handler = httpHandler('query-alerts', makeTelemetry(config), async (request) => {
  requireManager(request.claims);
  const view = viewOf(groupsOf(request.claims), config.managerLimits);
  const { ask, sawPart } = watchParts(all);
  const answer = await answerAlerts(request, { ...means, ask, view });
  return sawPart() ? { ...answer, headers: { [partialDataHeader]: 'true' } } : answer;
});
