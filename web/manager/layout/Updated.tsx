import { refreshOf } from '../queries/use-view-query.ts';
import type { View } from '../state/view.ts';
import { makeTimeFormat, viewerZone } from '../words/format-time.ts';

const time = makeTimeFormat(viewerZone);

type Props = { readonly view: View; readonly at: number; readonly isLoading: boolean };

/** How old the figures are, and whether they come anew by themselves. */
export function Updated({ view, at, isLoading }: Props) {
  if (isLoading) return <span role="status">Loading …</span>;
  const refresh = refreshOf(view);
  const again = refresh === false ? '' : `, again every ${refresh / 1000} seconds`;
  return (
    <span className="updated">
      As of {time.second(at)} ({viewerZone}){again}.
    </span>
  );
}
