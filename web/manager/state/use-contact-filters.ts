import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import {
  type ContactFilters,
  isOfContacts,
  readContactFilters,
  writeContactFilters,
} from './contact-filters.ts';
import { addressOf, useView } from './use-view.ts';
import { isOfView, type View } from './view.ts';

type Chosen = { readonly view: View; readonly own: ContactFilters };

/** The view and the contacts' own filters that the address holds, and how to change both in one step. */
export function useContactFilters(): [Chosen, (chosen: Chosen) => void] {
  const search = useSearch();
  const [view] = useView();
  const [path, navigate] = useLocation();
  const own = useMemo(() => readContactFilters(new URLSearchParams(search)), [search]);
  const change = (next: Chosen) => {
    const others = [...new URLSearchParams(search)].filter(
      ([name]) => !isOfView(name) && !isOfContacts(name),
    );
    navigate(addressOf(path, next.view, [...writeContactFilters(next.own), ...others]));
  };
  return [{ view, own }, change];
}
