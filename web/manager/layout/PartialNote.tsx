import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { isAnyPartial } from '../queries/partial-answers.ts';

/** Says that what is on the page now is but a part: it looks like the whole. */
export function PartialNote() {
  const cache = useQueryClient().getQueryCache();
  const isPartial = useSyncExternalStore(
    (onChange) => cache.subscribe(onChange),
    () => isAnyPartial(cache.findAll({ type: 'active' }).map(({ queryKey }) => queryKey)),
  );
  return (
    <div role="status">
      {isPartial && (
        <p className="view-note">
          <strong>Partial.</strong> Some of the data could not be reached, or not in time: what you see is of
          the rest.
        </p>
      )}
    </div>
  );
}
