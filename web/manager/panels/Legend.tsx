import type { Measure } from '../../../dashboards/measures/measure.ts';
import { Explained } from '../layout/Explained.tsx';

export type LegendEntry = {
  readonly name: string;
  readonly color: string;
  /** Explained on a click. */
  readonly measure?: Measure | undefined;
  /** Narrows to what the line stands for. */
  readonly onPick?: (() => void) | undefined;
};

/** What the lines of a picture stand for. */
export function Legend({ entries }: { readonly entries: readonly LegendEntry[] }) {
  return (
    <ul className="legend">
      {entries.map((entry) => (
        <li key={entry.name}>
          <i style={{ background: entry.color }} />
          <Name {...entry} />
        </li>
      ))}
    </ul>
  );
}

function Name({ name, measure, onPick }: LegendEntry) {
  if (measure) return <Explained measure={measure} />;
  if (!onPick) return name;
  return (
    <button type="button" className="plain-link" onClick={onPick}>
      {name}
    </button>
  );
}
