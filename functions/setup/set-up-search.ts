import type { Client } from '@opensearch-project/opensearch';
import {
  alertMapping,
  alertRulesIndex,
  alertRulesMapping,
  alertStateMapping,
  alertStatesIndex,
  alertsIndex,
} from '../../model/alerts/alert.ts';
import { agentStateMapping, agentStatesIndex } from '../../model/documents/agent-event.ts';
import { connectInstanceMapping, connectInstancesIndex } from '../../model/documents/connect-instance.ts';
import { connectUserMapping, connectUsersIndex } from '../../model/documents/connect-user.ts';
import { datedMappings } from '../../model/documents/dated-mappings.ts';
import { erasureMapping, erasuresIndex } from '../../model/documents/erasure.ts';
import { type IndexNames, prefixOf } from '../../model/documents/index-names.ts';
import { type DatedKind, datedKinds } from '../../model/documents/kinds.ts';
import type { Properties } from '../../model/documents/mapping.ts';
import { metricPollMapping, metricPollsIndex } from '../../model/documents/metric-poll.ts';
import { rollUpMapping, rollUpsIndex } from '../../model/documents/roll-up.ts';
import { indexTemplate, mappingOf, undatedTemplate } from './index-templates.ts';

/**
 * Makes the search service ready: a template for each kind of dated index, the new fields in the indices that exist,
 * and the indices of users, instances, agents' states, polls, erasures, roll-ups and alerts. May run any number of times; loses nothing.
 */
export async function setUpSearch(search: Client, names: IndexNames = { rotation: 'daily' }): Promise<void> {
  const codec = await bestCodec(search);
  for (const kind of datedKinds) await setUpKind(search, kind, prefixOf(kind, names), codec);
  await setUpIndex(search, connectUsersIndex, connectUserMapping, codec);
  await setUpIndex(search, connectInstancesIndex, connectInstanceMapping, codec);
  await setUpIndex(search, agentStatesIndex, agentStateMapping, codec);
  await setUpIndex(search, metricPollsIndex, metricPollMapping, codec);
  await setUpIndex(search, erasuresIndex, erasureMapping, codec);
  await setUpIndex(search, rollUpsIndex, rollUpMapping, codec);
  await setUpIndex(search, alertsIndex, alertMapping, codec);
  await setUpIndex(search, alertStatesIndex, alertStateMapping, codec);
  await setUpIndex(search, alertRulesIndex, alertRulesMapping, codec);
}

async function bestCodec(search: Client): Promise<string> {
  const { body } = await search.cat.plugins({ format: 'json', h: ['component'] });
  const plugins = body as readonly { component?: string }[];
  return plugins.some(({ component }) => component === 'opensearch-custom-codecs')
    ? 'zstd'
    : 'best_compression';
}

async function setUpKind(search: Client, kind: DatedKind, prefix: string, codec: string): Promise<void> {
  // The client's types know neither `dynamic: false` nor sorted indices.
  const template = indexTemplate(kind, prefix, codec) as object;
  await search.indices.putIndexTemplate({ name: kind, body: template });
  await search.indices.putMapping({
    index: `${kind}-*`,
    body: { properties: datedMappings[kind] } as object,
    allow_no_indices: true,
    // One that the retention deletes at this moment.
    ignore_unavailable: true,
  });
}

/** An index that is not dated; its template is for whoever writes after somebody has deleted it. */
async function setUpIndex(
  search: Client,
  index: string,
  properties: Properties,
  codec: string,
): Promise<void> {
  const template = undatedTemplate(index, properties, codec) as object;
  await search.indices.putIndexTemplate({ name: index, body: template });
  const { body } = await search.indices.exists({ index });
  if (body) await search.indices.putMapping({ index, body: mappingOf(properties) as object });
  else await search.indices.create({ index });
}
