import type { Measure } from '../../../dashboards/measures/measure.ts';
import type { Figure } from '../../../model/query/figure.ts';
import { changeOf } from '../words/change.ts';

type Props = {
  readonly measure: Measure;
  readonly now: Figure | undefined;
  readonly before: Figure | undefined;
};

/** How a figure moved since the period before; nothing where there is too little to compare. */
export function ChangeNote({ measure, now, before }: Props) {
  // Against the days before the first calls anything would look like a change.
  if ((before?.restsOn ?? 0) < (now?.restsOn ?? 0) / 5) return null;
  const change = changeOf(measure, now, before);
  if (!change) return null;
  const tone = change.worse === undefined ? '' : change.worse ? ' worse' : ' better';
  return <span className={`change${tone}`}>{change.text}</span>;
}
