import type { DatedKind } from '../../../model/documents/kinds.ts';
import { ignoredOf } from '../state/ignored-of.ts';
import { useView } from '../state/use-view.ts';
import { filterName } from '../words/filter-words.ts';
import { useSplitNames } from '../words/split-names.ts';
import { FilterBar } from './FilterBar.tsx';
import { RangePicker } from './RangePicker.tsx';

type Props = {
  /** What the whole page is about, where it is about one kind: chosen filters that it cannot follow are named. */
  readonly about?: DatedKind;
};

/** When, and of what: the same on every page, and kept from one to the next. */
export function ViewControls({ about }: Props) {
  const [view, setView] = useView();
  const names = useSplitNames();
  const ignored = about ? ignoredOf(view.chosen, about) : [];
  return (
    <div className="controls">
      <RangePicker range={view.range} onChange={(range) => setView({ ...view, range })} />
      <FilterBar view={view} onChange={(chosen) => setView({ ...view, chosen })} />
      {ignored.length > 0 && (
        <p className="note ignored">
          This page is not narrowed by: {ignored.map((name) => filterName(name, names)).join(', ')}.
        </p>
      )}
    </div>
  );
}
