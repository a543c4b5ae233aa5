import type { FailedRecordsHealth } from '../../model/query/health.ts';
import type { FailedRecordList } from '../clients/failed-record-list.ts';

export function failedRecordsHealth({ newest, ...list }: FailedRecordList): FailedRecordsHealth {
  return { ...list, newest: newest.map(({ at, ...record }) => ({ at: at.toISOString(), ...record })) };
}
