import { type ReactNode, useMemo } from 'react';
import { splitNames, splitNamesWith } from '../../../dashboards/split-names.ts';
import { useManagerView } from '../queries/use-manager-view.ts';
import { SplitNamesProvider } from '../words/split-names.ts';

/** Names the levels of the hierarchy as the instance does, as soon as that is known. */
export function InOwnWords({ children }: { readonly children: ReactNode }) {
  const levels = useManagerView().data?.levelNames;
  const names = useMemo(() => (levels ? splitNamesWith(levels) : splitNames), [levels]);
  return <SplitNamesProvider value={names}>{children}</SplitNamesProvider>;
}
