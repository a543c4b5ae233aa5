import type { AlertingHealth } from '../../model/query/health.ts';
import { readState } from '../alert/alert-state.ts';
import type { DocumentStore } from '../clients/document-store.ts';

/** Whether alerts can be told, as the function found that looks for them. Throws KnownError `unavailable`. */
export async function alertingHealth(
  store: Pick<DocumentStore, 'read'>,
  deadline: number,
): Promise<AlertingHealth> {
  const { at = null, troubles } = await readState(store, deadline);
  return { at, troubles: [...troubles] };
}
