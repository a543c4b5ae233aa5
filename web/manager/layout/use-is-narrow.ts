import { useSyncExternalStore } from 'react';

/** As in styles/narrow.css. */
const narrow = matchMedia('(max-width: 600px)');

/** Whether the page is as narrow as a phone. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(listen, () => narrow.matches);
}

function listen(onChange: () => void): () => void {
  narrow.addEventListener('change', onChange);
  return () => narrow.removeEventListener('change', onChange);
}
