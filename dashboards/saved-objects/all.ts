import { datedKinds } from '../../model/documents/kinds.ts';
import { agentsSide } from './boards/agents-side.ts';
import { api } from './boards/api.ts';
import { business } from './boards/business.ts';
import { contactsAndCauses } from './boards/contacts.ts';
import { drillDown, searches } from './boards/drill-down.ts';
import { network } from './boards/network.ts';
import { service } from './boards/service.ts';
import { technical } from './boards/technical.ts';
import { indexPattern } from './index-pattern.ts';
import type { SavedObject } from './saved-object.ts';

/** What a deployment brings into OpenSearch Dashboards, until somebody puts another export.ndjson in its place. */
export const savedObjects: readonly SavedObject[] = [
  ...datedKinds.map(indexPattern),
  ...searches,
  ...business,
  ...service,
  ...technical,
  ...network,
  ...api,
  ...contactsAndCauses,
  ...agentsSide,
  ...drillDown,
];
