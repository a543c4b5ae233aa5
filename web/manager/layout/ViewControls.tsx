import { useView } from '../state/use-view.ts';
import { FilterBar } from './FilterBar.tsx';
import { RangePicker } from './RangePicker.tsx';

/** When, and of what: the same on every page, and kept from one to the next. */
export function ViewControls() {
  const [view, setView] = useView();
  return (
    <div className="controls">
      <RangePicker range={view.range} onChange={(range) => setView({ ...view, range })} />
      <FilterBar view={view} onChange={(chosen) => setView({ ...view, chosen })} />
    </div>
  );
}
