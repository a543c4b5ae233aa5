import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { isOfView, readView, type View, writeView } from './view.ts';

/** The view that the address holds, and how to change it: each change is a step that "back" undoes. */
export function useView(): [View, (view: View) => void] {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const view = useMemo(() => readView(new URLSearchParams(search)), [search]);
  const change = (next: View) => navigate(withQuery(path, [...writeView(next), ...beside(search)]));
  return [view, change];
}

/** One more parameter of the address, beside the view; a change replaces the step. */
export function useParameter(name: string): [string | null, (value: string | null) => void] {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const change = (value: string | null) => {
    const query = new URLSearchParams(search);
    if (value === null || value === '') query.delete(name);
    else query.set(name, value);
    navigate(withQuery(path, query), { replace: true });
  };
  return [new URLSearchParams(search).get(name), change];
}

/** The address of a path with a view. */
export function addressOf(path: string, view: View, more: readonly [string, string][] = []): string {
  return withQuery(path, [...writeView(view), ...more]);
}

/** What the page itself keeps in the address. */
function beside(search: string): [string, string][] {
  return [...new URLSearchParams(search)].filter(([name]) => !isOfView(name));
}

function withQuery(path: string, pairs: Iterable<[string, string]>): string {
  const query = new URLSearchParams([...pairs]).toString();
  return query ? `${path}?${query}` : path;
}
