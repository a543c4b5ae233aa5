import type { RecordObject, RecordObjects } from '../clients/record-objects.ts';
import { describeError } from '../edge/describe-error.ts';
import { KnownError } from '../errors.ts';
import type { SettingAside } from '../ingest/set-message-aside.ts';
import type { Clean } from './collect-records.ts';
import { decodeObject } from './decode-object.ts';
import { isObject } from './keep-fields.ts';
import type { KeptRecord } from './kept-records.ts';
import { setRecordsAside, setUnreadableAside } from './set-records-aside.ts';
import type { Source } from './source.ts';
import { splitJson } from './split-json.ts';
import { type StoringDeps, storeRecords } from './store-records.ts';

export type BackfillDeps = StoringDeps & SettingAside & { readonly objects: RecordObjects };
export type BackfillRequest = {
  readonly prefix: string;
  /** The key of the last object that is done. */
  readonly after?: string | undefined;
};
export type BackfillAnswer = {
  readonly objects: number;
  /** Handed over to be stored: those that were there already, too. */
  readonly records: number;
  readonly setAside: number;
  /** Where to go on; absent when all are done. */
  readonly after?: string;
  /** Why it stopped, where it did before its time was up. */
  readonly stopped?: string;
};

const pageOfKeys = 1000;
const batch = 500;
/** For a batch to be stored: ample, and what takes longer waits for a service that takes nothing now. */
const batchMillis = 30_000;

/**
 * Stores what lies below a prefix, object by object, as much as there is time for. Doing it again, from wherever, changes
 * nothing.
 *
 * @param deadline in epoch milliseconds
 */
export async function backfillObjects<Record>(
  source: Source<Record>,
  clean: Clean,
  { prefix, after }: BackfillRequest,
  deps: BackfillDeps,
  deadline: number,
): Promise<BackfillAnswer> {
  const { objects, telemetry, now = Date.now } = deps;
  const sum: Counts = { objects: 0, records: 0, setAside: 0 };
  let done = after;
  const goOn = () => (done === undefined ? {} : { after: done });
  try {
    for await (const object of allObjects(objects, prefix, after)) {
      if (now() > deadline) return { ...sum, ...goOn() };
      try {
        await backfillOne(source, clean, object, deps, sum);
      } catch (error) {
        if (!isUnreadable(error)) throw error;
        await setUnreadableAside(source.route, [object.key], deps);
        sum.setAside++;
      }
      sum.objects++;
      done = object.key;
    }
    return sum;
  } catch (error) {
    telemetry.warn('cannot backfill now', { route: source.route, error: describeError(error) });
    const stopped = error instanceof KnownError ? error.message : 'An object cannot be read: see the log.';
    return { ...sum, ...goOn(), stopped };
  }
}

async function* allObjects(objects: RecordObjects, prefix: string, after: string | undefined) {
  for (let last = after; ; ) {
    const page = await objects.list(prefix, last, pageOfKeys);
    yield* page;
    last = page.at(-1)?.key;
    if (page.length < pageOfKeys) return;
  }
}

type Counts = { objects: number; records: number; setAside: number };

async function backfillOne<Record>(
  source: Source<Record>,
  clean: Clean,
  { key, writtenAt }: RecordObject,
  deps: BackfillDeps,
  counts: Counts,
): Promise<void> {
  const { objects, now = Date.now } = deps;
  let some: KeptRecord[] = [];
  const store = async () => {
    const refused = await storeRecords(source, some, deps, now() + batchMillis);
    await setRecordsAside(source.route, refused, deps);
    counts.records += some.length;
    counts.setAside += refused.length;
    some = [];
  };
  let number = 0;
  for await (const text of splitJson(decodeObject(await objects.open(key)))) {
    const place = `${key}:${number++}`;
    const raw = parse(text);
    const record = isObject(raw) ? clean(raw, place) : undefined;
    if (record) some.push({ record, receivedAt: writtenAt });
    if (!isObject(raw)) {
      await setUnreadableAside(source.route, [place], deps);
      counts.setAside++;
    }
    if (some.length === batch) await store();
  }
  if (some.length > 0) await store();
}

/** The object itself, however often it is read: no gzip file or a part of one, no JSON, or in an archive of S3's. */
function isUnreadable(error: unknown): boolean {
  const { name, kind, code } = error as { name?: unknown; kind?: unknown; code?: unknown };
  return kind === 'invalid' || name === 'InvalidObjectState' || String(code).startsWith('Z_');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
