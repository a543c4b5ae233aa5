import type { CallRow } from '../../../model/query/call-row.ts';
import { type SortField, sortFields } from '../../../model/query/filters.ts';
import type { ListKind } from '../list/column.ts';
import { callColumns } from './columns.tsx';

/** The list of calls. */
export const callsList: ListKind<CallRow, SortField> = {
  title: 'Calls',
  one: 'call',
  many: 'calls',
  columns: callColumns,
  usual: [
    'startedAt',
    'rating',
    'agent',
    'queue',
    'site',
    'mos',
    'lossToAgent',
    'lossFromAgent',
    'roundTripTime',
    'jitter',
    'talkSeconds',
  ],
  sorts: Object.keys(sortFields) as SortField[],
  firstSort: 'startedAt',
  keyOf: ({ contactId, agent }) => `${contactId} ${agent}`,
  nothingHint: 'A call appears about a minute after it begins. Choose a longer time, or take a filter away.',
};
