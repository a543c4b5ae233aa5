import type { CallRow } from '../../../model/query/call-row.ts';
import { addressOf } from './use-view.ts';
import type { View } from './view.ts';

/**
 * The address of one call's page. A contact may have been at several agents, so the agent belongs to it; the view
 * goes along, so that the way back leads to the same list.
 */
export function addressOfCall(call: Pick<CallRow, 'contactId' | 'agent'>, view: View): string {
  return addressOf(`/calls/${call.contactId}/${encodeURIComponent(call.agent)}`, view);
}
