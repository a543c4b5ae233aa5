import { partialDataHeader } from '../../model/query/partial-data.ts';
import { countRaised } from '../alert/count-raised.ts';
import { makeSearchClient } from '../clients/search.ts';
import { readConfig } from '../config.ts';
import { type HttpAnswer, httpHandler, logFailure } from '../edge/http.ts';
import { makeTelemetry } from '../edge/telemetry.ts';
import { askSearch } from './ask-search.ts';
import { inKnownZones } from './known-zones.ts';
import { levelNamesOf } from './level-names.ts';
import { limitedAsk } from './limited-ask.ts';
import { groupsOf, requireManager } from './manager.ts';
import { readMetricPolls } from './read-metric-polls.ts';
import { readRollUp, rolledUpAsk } from './rolled-up-ask.ts';
import { route } from './route.ts';
import { viewOf } from './view.ts';
import { watchParts } from './watch-parts.ts';

const config = readConfig();
const telemetry = makeTelemetry(config);
const onFailure = (error: Error) => logFailure(error, { route: 'query' }, telemetry);
const ask = inKnownZones(askSearch(makeSearchClient(config), undefined, onFailure));

/** `GET /query/{proxy+}`: what the managers' pages ask. The gateway has checked the token, not who it is for. */
export const handler = httpHandler('query', telemetry, async (request): Promise<HttpAnswer> => {
  requireManager(request.claims);
  const view = viewOf(groupsOf(request.claims), config.managerLimits);
  const { ask: watched, sawPart } = watchParts(limitedAsk(ask, view));
  const seen = rolledUpAsk(watched, () => readRollUp(ask));
  const raisedAlerts = () => countRaised(ask, view);
  const levelNames = () => levelNamesOf(config.instanceId, ask);
  const means = {
    ask: seen,
    view,
    raisedAlerts,
    levelNames,
    metricPolls: () => readMetricPolls(config.instanceId, ask),
    limits: config.limits,
    region: config.aws.region,
    now: () => new Date(),
  };
  const body = await route(request.pathParameters.proxy ?? '', request.query, means);
  return { status: 200, body, ...(sawPart() ? { headers: { [partialDataHeader]: 'true' } } : {}) };
});
