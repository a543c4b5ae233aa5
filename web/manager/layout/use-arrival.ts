import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';

/** Begins another page at its top; on the way back the browser finds the place itself. */
export function useArrival(): void {
  const [path] = useLocation();
  const last = useRef(path);
  const isBack = useRef(false);
  useEffect(() => {
    const back = () => {
      isBack.current = true;
    };
    // Before wouter hears of it, and so before the page has changed.
    window.addEventListener('popstate', back, { capture: true });
    return () => window.removeEventListener('popstate', back, { capture: true });
  }, []);
  useEffect(() => {
    if (path !== last.current && !isBack.current) window.scrollTo(0, 0);
    last.current = path;
    isBack.current = false;
  }, [path]);
}
