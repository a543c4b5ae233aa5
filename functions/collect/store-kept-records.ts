import { KnownError } from '../errors.ts';
import type { KeptMessage } from '../ingest/kept-message.ts';
import type { SettingAside } from '../ingest/set-message-aside.ts';
import { agentEventSource } from './agent-event-source.ts';
import { contactRecordSource } from './contact-record-source.ts';
import { flowLogSource } from './flow-log-source.ts';
import { readKeptRecords } from './kept-records.ts';
import { setRecordsAside } from './set-records-aside.ts';
import type { Source } from './source.ts';
import { type StoringDeps, storeRecords } from './store-records.ts';

/** Where there is no place for those that cannot be stored, all stay where they are. */
type Deps = StoringDeps & Partial<SettingAside>;

/** Stores records that were kept. Throws as `storeMessages` does. */
type StoringRecords = (kept: KeptMessage, deps: Deps, deadline: number) => Promise<number>;

/** By the route under which they are kept. */
export const storingRecords: ReadonlyMap<string, StoringRecords> = new Map([
  storing(contactRecordSource),
  storing(agentEventSource),
  storing(flowLogSource),
]);

function storing<Clean>(source: Source<Clean>): [string, StoringRecords] {
  const { route } = source;
  const store: StoringRecords = async (kept, deps, deadline) => {
    const records = readKeptRecords(kept);
    if (!records) throw new KnownError('invalid', 'There are no records that could be put back.');
    const refused = await storeRecords(source, records, deps, deadline);
    const { failedRecords, telemetry } = deps;
    const [first] = refused;
    if (first && !failedRecords) throw new KnownError('invalid', `${first.reason}: ${first.detail ?? ''}`);
    if (failedRecords) await setRecordsAside(route, refused, { failedRecords, telemetry });
    return records.length - refused.length;
  };
  return [route, store];
}
