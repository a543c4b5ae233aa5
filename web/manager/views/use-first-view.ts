import { useEffect, useRef } from 'react';
import { useLocation, useSearch } from 'wouter';
import { firstAddress } from './saved-views.ts';
import { useSavedViews } from './use-saved-views.ts';

/** Whoever comes to the bare address of the site gets the view that they chose for that; any other address stays as it is. */
export function useFirstView(): void {
  const [kept] = useSavedViews();
  const [path, navigate] = useLocation();
  const search = useSearch();
  const hasArrived = useRef(false);
  useEffect(() => {
    if (hasArrived.current) return;
    hasArrived.current = true;
    const address = firstAddress(kept);
    if (path === '/' && search === '' && address) navigate(address, { replace: true });
  }, [kept, path, search, navigate]);
}
