import type { DocumentPlace, StoredDocument } from '../clients/document-store.ts';

/** The calls that this process wrote last. */
export type RecentCalls = {
  readonly find: (place: DocumentPlace) => StoredDocument | undefined;
  readonly remember: (place: DocumentPlace, stored: StoredDocument) => void;
  readonly forget: (place: DocumentPlace) => void;
};

/**
 * A call's windows come every 30 s. Whoever wrote it less than this ago has most likely seen the newest of it, and
 * need not read it before writing it again; if it was another process after all, the write is refused and the call read.
 */
const recentMillis = 40_000;
const mostCalls = 500;

/** Remembers written calls for as long as another process will hardly have written them. */
export function makeRecentCalls(now: () => number = Date.now): RecentCalls {
  const recent = new Map<string, { readonly at: number; readonly stored: StoredDocument }>();
  const key = ({ index, id }: DocumentPlace) => `${index}/${id}`;
  return {
    find: (place) => {
      const found = recent.get(key(place));
      return found && now() - found.at < recentMillis ? found.stored : undefined;
    },
    remember: (place, stored) => {
      // Put in again, so that the map stays in the order of writing and the first is the oldest.
      recent.delete(key(place));
      recent.set(key(place), { at: now(), stored });
      const oldest = recent.size > mostCalls ? recent.keys().next().value : undefined;
      if (oldest !== undefined) recent.delete(oldest);
    },
    forget: (place) => void recent.delete(key(place)),
  };
}
