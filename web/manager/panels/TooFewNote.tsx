import type { Measure } from '../../../dashboards/measures/measure.ts';

type Props = {
  readonly measure: Measure;
  /** What each of the groups rests on. */
  readonly counts: readonly number[];
};

/** Says why some are grey: what rests on too few is neither good nor bad. */
export function TooFewNote({ measure: { minimumCount, restsOn, limits }, counts }: Props) {
  if (!limits || counts.every((count) => count >= minimumCount)) return null;
  return (
    <p className="note">
      Grey: fewer than {minimumCount} {restsOn}, too few to judge.
    </p>
  );
}
