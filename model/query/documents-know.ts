import type { DatedKind } from '../documents/kinds.ts';
import {
  dimensionFields,
  dimensions,
  dimensionsOfAgents,
  dimensionsOfApiCalls,
  dimensionsOfContacts,
  dimensionsOfMetrics,
} from './dimension.ts';
import { type Split, splitFields } from './split.ts';

/** What only some documents can be narrowed by, beside the splits: the name in a query string → the field. */
const stateFields = { rating: 'rating', missed: 'missed', setupFailed: 'setupFailed' } as const;

/** The name of a filter → the field of the document. */
export const filterFields = {
  ...dimensionFields,
  ...stateFields,
  operation: splitFields.operation,
  failure: splitFields.failure,
};
export type FilterName = keyof typeof filterFields;
export const filterNames = Object.keys(filterFields) as readonly FilterName[];

const known: Readonly<Record<DatedKind, readonly FilterName[]>> = {
  'softphone-stream-stats': [...dimensions, 'rating'],
  'softphone-calls': [...dimensions, 'failure', 'rating', 'missed', 'setupFailed'],
  'softphone-call-reports': [...dimensions, 'failure', 'setupFailed'],
  'softphone-api-metrics': [...dimensionsOfApiCalls, 'operation'],
  'softphone-preflights': dimensionsOfApiCalls,
  'softphone-readiness': dimensionsOfApiCalls,
  'softphone-call-logs': dimensions,
  'connect-contacts': dimensionsOfContacts,
  'connect-agent-events': dimensionsOfAgents,
  'connect-flow-logs': [],
  'connect-current-metrics': ['queue', 'routingProfile'],
  'connect-historical-metrics': dimensionsOfMetrics,
};

/** By what the documents of a kind can be narrowed. */
export function filtersOfKind(kind: DatedKind): readonly FilterName[] {
  return known[kind];
}

/** What documents of one kind alone can be split by, and nothing be narrowed by. */
const ownSplits = {
  errorType: 'softphone-api-metrics',
  disconnectReason: 'connect-contacts',
  symptom: 'softphone-calls',
  warning: 'softphone-calls',
  trouble: 'softphone-readiness',
  fault: 'softphone-preflights',
} as const satisfies Partial<Record<Split, DatedKind>>;

function isOwn(split: Split): split is keyof typeof ownSplits {
  return Object.hasOwn(ownSplits, split);
}

/** Whether the documents of a kind can be split so. */
export function canSplit(kind: DatedKind, split: Split): boolean {
  return isOwn(split) ? ownSplits[split] === kind : known[kind].includes(split);
}
