import { useAuthenticator } from '@aws-amplify/ui-react';
import { useSyncExternalStore } from 'react';
import { readSavedViews, type SavedViews } from './saved-views.ts';

const listeners = new Set<() => void>();
/** For as long as the page, where the browser keeps nothing. */
const unkept = new Map<string, string>();

/** The views of whoever is signed in, in this browser, and how to keep others. */
export function useSavedViews(): [SavedViews, (views: SavedViews) => void] {
  const { user } = useAuthenticator((context) => [context.user]);
  const key = keyOf(user?.username ?? '');
  const text = useSyncExternalStore(listen, () => read(key));
  return [readSavedViews(text), (views) => keep(key, JSON.stringify(views))];
}

/** A computer may be shared: each person has views of their own. */
function keyOf(username: string): string {
  return `softphone-quality-views:${username}`;
}

function listen(onChange: () => void): () => void {
  listeners.add(onChange);
  // Another tab of the same person.
  window.addEventListener('storage', onChange);
  return () => {
    listeners.delete(onChange);
    window.removeEventListener('storage', onChange);
  };
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? unkept.get(key) ?? null;
  } catch {
    return unkept.get(key) ?? null;
  }
}

function keep(key: string, text: string): void {
  unkept.set(key, text);
  try {
    localStorage.setItem(key, text);
  } catch {
    // Storage is blocked or full: the views last as long as the page.
  }
  for (const listener of listeners) listener();
}
